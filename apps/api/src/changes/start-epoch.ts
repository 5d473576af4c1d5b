import { randomBytes } from 'node:crypto';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import { readCursor, writeCursor, type FeedPosition } from './cursor.js';
import { readSnapshot } from './snapshot.js';

interface NewEpoch {
  /** The cluster that counts transactions from now on; null lets the next reader note it. */
  readonly place: string | null;
  /** The history carries transaction ids of another cluster: they are set to zero, which comes before all of this one. */
  readonly renumber: boolean;
}

/**
 * Begins a new age of the feed: cursors from before are refused. Webhooks go on where they were; where the order before
 * and after differ they send a little again rather than leave anything out. To be called in the transaction that has
 * restored an org's history.
 */
export async function startEpoch(tx: OrgTransaction, { place, renumber }: NewEpoch): Promise<string> {
  const { schema } = tx.org;
  const [feed, webhook, history] = [orgTable(schema, 'feed'), orgTable(schema, 'webhook'), orgTable(schema, 'history')];
  const epoch = randomBytes(4).toString('hex');
  const webhooks = await tx.run<{ id: string; cursor: string }>(sql`select id, cursor from ${webhook} for update`);
  for (const { id, cursor } of webhooks) {
    const { position = {} } = readCursor(cursor) ?? {};
    const next = renumber ? await renumbered(tx, position) : position;
    await tx.run(sql`update ${webhook} set cursor = ${writeCursor(epoch, next)} where id = ${id}::uuid`);
  }
  if (renumber) await tx.run(sql`update ${history} set xact = '0' where xact <> '0'`);
  await tx.run(sql`update ${feed} set epoch = ${epoch}, place = ${place}`);
  return epoch;
}

/** The position in front of the first row that has not been told, in a history that all lies in the past. */
async function renumbered(tx: OrgTransaction, { seen, window }: FeedPosition): Promise<FeedPosition> {
  const history = orgTable(tx.org.schema, 'history');
  const isNew = seen ? sql`not pg_visible_in_snapshot(xact, ${seen.text}::pg_snapshot)` : sql`true`;
  const isUntold = window ? sql`not (pg_visible_in_snapshot(xact, ${window.snapshot.text}::pg_snapshot) and id <= ${window.id}::bigint)` : sql`true`;
  const [row] = await tx.run<{ snapshot: string; id: string }>(sql`select pg_current_snapshot()::text as snapshot, coalesce(
    (select min(id) - 1 from ${history} where ${isNew} and ${isUntold}), (select max(id) from ${history}), 0)::text as id`);
  const snapshot = readSnapshot(row?.snapshot ?? '');
  return snapshot && row ? { window: { snapshot, id: row.id } } : {};
}
