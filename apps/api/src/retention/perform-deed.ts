import type { Model, ObjectModel, RetentionDeed } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Org } from '../orgs/org.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { erasePerson } from '../privacy/erase-person.js';
import { eraseTraces } from '../privacy/erase-traces.js';
import { deleteFound } from '../records/bulk/change-found.js';
import type { WritePlace } from '../records/write-place.js';
import { removeForGood } from '../recycle-bin/remove-for-good.js';
import { familiesOf } from './families.js';

/** A copy of the org, in which people are erased as well. */
export interface OrgCopy {
  readonly org: Org;
  readonly model: Model;
  readonly now: Date;
}

export interface DeedPlace extends WritePlace {
  readonly session: OrgTransaction;
  readonly object: ObjectModel;
  readonly runId: string;
  readonly copies: readonly OrgCopy[];
}

/** What was done, and which records were refused. */
export interface DeedOutcome {
  readonly done: number;
  readonly refused: readonly string[];
}

interface Deed {
  /** So many records in one transaction. */
  readonly atOnce: number;
  readonly perform: (place: DeedPlace, ids: readonly string[]) => Promise<DeedOutcome>;
}

export const deeds: Readonly<Record<RetentionDeed, Deed>> = {
  delete: { atOnce: 500, perform: intoBin },
  erase: { atOnce: 20, perform: erase },
  purge: { atOnce: 200, perform: forGood },
};

/** Records that cannot be deleted are left, the others go. */
async function intoBin(place: DeedPlace, ids: readonly string[]): Promise<DeedOutcome> {
  const refused: string[] = [];
  for (let going = ids; going.length > 0; ) {
    const outcome = await deleteFound(place, place.object.name, going);
    if (!('problems' in outcome)) return { done: outcome.written, refused };
    const rows = new Set(outcome.problems.map(({ path }) => Number(path.split('/')[1] ?? Number.NaN)));
    const left = going.filter((_, row) => rows.has(row));
    // A problem of no record in particular is one of all of them.
    refused.push(...(left.length > 0 ? left : going));
    going = left.length > 0 ? going.filter((_, row) => !rows.has(row)) : [];
  }
  return { done: 0, refused };
}

async function erase({ session, model, object, actor, runId, copies, at }: DeedPlace, ids: readonly string[]): Promise<DeedOutcome> {
  const order = { requestId: runId, actorId: actor.userId };
  let done = 0;
  for (const recordId of ids) {
    for (const copy of copies) {
      const other = copy.model.objectById.get(object.id);
      if (other) await erasePerson(within(session, copy.org), copy.model, { ...order, object: other, recordId, isRepeated: true }, copy.now);
    }
    if (await erasePerson(session, model, { ...order, object, recordId }, new Date(at))) done += 1;
  }
  // Erased a second time, a record is done with until it is written to once more.
  await session.run(sql`update ${orgTable(actor.org.schema, 'erasure')} set at = ${at}::timestamptz where record_id = any(${[...ids]}::uuid[])`);
  return { done, refused: [] };
}

/** Deleted as everything is, so that sums and whoever listens know of it, and then gone with all that hangs on them. */
async function forGood(place: DeedPlace, ids: readonly string[]): Promise<DeedOutcome> {
  const outcome = await intoBin(place, ids);
  const gone = ids.filter((id) => !outcome.refused.includes(id));
  await purgeRecords(place.session, place.model, place.object, { ids: gone, runId: place.runId, at: new Date(place.at) });
  return outcome;
}

interface Purging {
  readonly ids: readonly string[];
  readonly runId: string;
  readonly at: Date;
}

/** Records with what was merged into them and what belongs to them, their traces and their old values; only their ids are kept. */
export async function purgeRecords(tx: OrgTransaction, model: Model, object: ObjectModel, { ids, runId, at }: Purging): Promise<void> {
  if (ids.length === 0) return;
  const { schema } = tx.org;
  const levels = await familiesOf({ session: tx, schema, model, object }, 'purge', ids);
  const parts = levels.map((level) => ({ object: level.object, ids: [...level.rootsOf.keys()], how: 'detail' as const }));
  const all = parts.flatMap((part) => part.ids);
  await eraseTraces({ session: tx, schema, records: { parts, all, own: all }, identifiers: [], at }, NOT_OF_ONE);
  for (const part of parts.toReversed()) await removeForGood(tx, schema, part.object, part.ids);
  await tx.run(sql`delete from ${orgTable(schema, 'merged')} where record_id = any(${all}::uuid[])`);
  await tx.run(sql`insert into ${orgTable(schema, 'purged')} (record_id, object, run_id, at) select id, ${object.id}, ${runId}::uuid, ${at}::timestamptz from unnest(${[...ids]}::uuid[]) as gone (id) on conflict (record_id) do nothing`);
}

/** Files of imports and exports are of many records, and are gone within a week. */
const NOT_OF_ONE = ['imports', 'exports'] as const;

/** The same transaction, at work on another org. */
function within(tx: OrgTransaction, org: Org): OrgTransaction {
  return { org, run: tx.run.bind(tx), texts: tx.texts.bind(tx), afterCommit: tx.afterCommit.bind(tx) };
}

