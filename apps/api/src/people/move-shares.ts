import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import { ShareRows, type ShareRow } from './share-rows.js';

/** Records of one object that became another one. */
export interface MergedRecords {
  readonly schema: string;
  /** Stable id. */
  readonly object: string;
  readonly into: string;
  readonly from: readonly string[];
  readonly actorId: string;
  readonly now: Date;
}

/** A share of the record that stays, as it was and as it became. */
interface Widened {
  readonly id: string;
  readonly access: ShareRow['access'];
  readonly until: string | null;
  readonly toAccess: ShareRow['access'];
  readonly toUntil: string | null;
}

/**
 * Whoever saw one of the records by a share sees the one that stays: the share goes there. Where that is shared with the same
 * party already, the wider right and the later end count, and the other share stays with its record in the recycle bin. What was
 * done is noted beside the merge, whose rows have to be there.
 */
export async function moveShares(session: SqlSession, { schema, object, into, from, actorId, now }: MergedRecords): Promise<void> {
  const share = orgTable(schema, 'share');
  const found = await session.run<ShareRow>(sql`
    select * from ${share} where object = ${object} and record_id = any(${[into, ...from]}::uuid[]) and (until is null or until > ${now}::timestamptz) order by created_at, id for update`);
  const rows = new ShareRows(session, schema);
  const kept = new Map(found.filter(({ record_id: record }) => record === into).map((row) => [row.principal, row]));
  for (const record of from) {
    const own = found.filter(({ record_id: id }) => id === record);
    if (own.length === 0) continue;
    const moved = own.filter(({ principal }) => !kept.has(principal));
    const widened: Widened[] = [];
    for (const row of own) {
      const known = kept.get(row.principal);
      const wider = known && widen(known, row);
      if (!known || !wider) continue;
      widened.push({ id: known.id, access: known.access, until: known.until?.toISOString() ?? null, toAccess: wider.access, toUntil: wider.until?.toISOString() ?? null });
      kept.set(row.principal, wider);
      await rows.alter(wider, actorId, now);
    }
    for (const row of moved) kept.set(row.principal, row);
    await rows.move(moved, into, actorId, now);
    await session.run(sql`update ${orgTable(schema, 'merged')} set shares = ${moved.map(({ id }) => id)}::uuid[], widened = ${JSON.stringify(widened)}::jsonb where record_id = ${record}::uuid`);
  }
}

/** The merge is taken apart: what went over goes back, and what was widened is as it was, where nobody changed or ended it since. */
export async function returnShares(session: SqlSession, { schema, object, into, from, actorId, now }: MergedRecords): Promise<void> {
  const rows = new ShareRows(session, schema);
  for (const record of from) {
    const [merge] = await session.run<{ shares: readonly string[]; widened: readonly Widened[] }>(sql`select shares, widened from ${orgTable(schema, 'merged')} where record_id = ${record}::uuid`);
    const moved = new Set(merge?.shares);
    await rows.move((await rows.ofRecord(object, into)).filter(({ id }) => moved.has(id)), record, actorId, now);
    for (const { id, access, until, toAccess, toUntil } of [...(merge?.widened ?? [])].reverse()) {
      // It may have gone back to its own record a moment ago.
      const row = await rows.find(id);
      if (row?.access !== toAccess || (row.until?.toISOString() ?? null) !== toUntil) continue;
      await rows.alter({ ...row, access, until: until === null ? null : new Date(until) }, actorId, now);
    }
  }
}

/** Undefined when the other one opens nothing more. */
function widen(known: ShareRow, other: ShareRow): ShareRow | undefined {
  const access = other.access === 'edit' ? 'edit' : known.access;
  const until = known.until === null || other.until === null ? null : new Date(Math.max(known.until.getTime(), other.until.getTime()));
  return access === known.access && until?.getTime() === known.until?.getTime() ? undefined : { ...known, access, until };
}
