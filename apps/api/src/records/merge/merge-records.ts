import { say } from '@guanxi/field-types';
import { objectWord, type ObjectModel } from '@guanxi/metadata';
import { isRecordId, orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { moveShares } from '../../people/move-shares.js';
import { allOrNothing } from '../all-or-nothing.js';
import { faults } from '../fault-wording.js';
import type { RecordValues, Refused } from '../record-values.js';
import { runWrite } from '../run-write.js';
import { NO_WISH, type WriteOutcome, type WritePlace, type WriteWish } from '../write-place.js';
import { updateRecords } from '../write-records.js';
import { takePlacesOnLists } from '../../list-views/merged-members.js';
import { moveReferences } from './move-references.js';

/** How many records become one at a time. */
const MOST_MERGED = 50;

export interface Merge {
  /** The record that stays. */
  readonly into: string;
  /** The ones that turned out to be the same. */
  readonly from: readonly string[];
  /** What the record that stays is given of the others, or of anything else. */
  readonly data: RecordValues;
}

/**
 * Makes one record of several: what points to the others points to the one that stays, comments, notices, files, shares, followers and places on lists go there too,
 * the others go into the recycle bin. Asks for the right to change the one and to delete the others. All of it, with one
 * operation id, or nothing and why. Needs a transaction around it.
 */
export async function mergeRecords(place: WritePlace, objectName: string, merge: Merge, wish: WriteWish): Promise<WriteOutcome> {
  const { model, actor, session } = place;
  const access = actor.access.objects.get(objectName);
  const object = access && model.objectByName.get(objectName);
  const tell = (wording: Parameters<typeof say>[0], code: string): Refused => ({ problems: [{ path: '', code, message: say({ ...wording, words: { object: object ? objectWord(object) : '', name: objectName, most: String(MOST_MERGED) } }, actor.locale) }] });
  if (!object) return tell(faults.noObject, 'not-found');
  if (access.edit === 'none' || access.delete === 'none') return tell(faults.mayNotMerge, 'forbidden');
  const from = [...new Set(merge.from)];
  if (from.length === 0 || from.length > MOST_MERGED || from.includes(merge.into) || ![merge.into, ...from].every(isRecordId)) return tell(faults.mergeOthers, 'invalid');
  return allOrNothing(session, async () => {
    // The winner is held first, so that nobody deletes it meanwhile; an update that changes nothing writes nothing.
    const held = await runWrite('update', { ...place, unchecked: true }, object, { fields: [], ...NO_WISH }, { rows: [{ _row: 0, _id: merge.into }], values: [], ids: [merge.into] });
    if ('problems' in held) return held;
    // The others go first: what was unique to them is free then.
    const gone = await runWrite('delete', place, object, { fields: [], ...NO_WISH }, { rows: from.map((id, row) => ({ _row: row, _id: id })), values: [], ids: from });
    if ('problems' in gone) return { problems: gone.problems.map((problem) => ({ ...problem, path: '' })) };
    const refused = await moveReferences(place, object, merge.into, from);
    if (refused) return refused;
    await moveConversation(place, object, merge.into, from);
    await moveShares(session, { schema: actor.org.schema, object: object.id, into: merge.into, from, actorId: actor.userId, now: new Date(place.at) });
    await session.run(sql`insert into ${orgTable(actor.org.schema, 'follower')} (user_id, object, record_id, seen)
      select distinct user_id, object, ${merge.into}::uuid, (select coalesce(max(id), 0) from ${orgTable(actor.org.schema, 'history')} where record_id = ${merge.into}::uuid)
      from ${orgTable(actor.org.schema, 'follower')} where record_id = any(${from}::uuid[]) on conflict do nothing`);
    await takePlacesOnLists(session, actor.org.schema, merge.into, from);
    const kept = await updateRecords(place, objectName, [{ id: merge.into, values: merge.data }], wish);
    return 'problems' in kept ? kept : { ...kept, written: kept.written + gone.written };
  });
}

/** Comments, notices and files; and where the others went, with what they brought, so that it can go back. */
async function moveConversation({ session, actor, operationId, at }: WritePlace, object: ObjectModel, into: string, from: readonly string[]): Promise<void> {
  const { schema } = actor.org;
  const merged = orgTable(schema, 'merged');
  const owned = (table: 'comment' | 'notification' | 'attachment') => sql`array(select c.id from ${orgTable(schema, table)} c where c.object = ${object.id} and c.record_id = g.id)`;
  await session.run(sql`insert into ${merged} (record_id, object, into_id, operation_id, at, comments, notifications, attachments, followers)
    select g.id, ${object.id}, ${into}::uuid, ${operationId}::uuid, ${at}::timestamptz, ${owned('comment')}, ${owned('notification')}, ${owned('attachment')}, array(select m.record_id from ${merged} m where m.into_id = g.id)
    from unnest(${from}::uuid[]) g(id)
    on conflict (record_id) do update set into_id = excluded.into_id, operation_id = excluded.operation_id, at = excluded.at,
      comments = excluded.comments, notifications = excluded.notifications, attachments = excluded.attachments, followers = excluded.followers`);
  for (const table of ['comment', 'notification', 'attachment'] as const) {
    await session.run(sql`update ${orgTable(schema, table)} set record_id = ${into}::uuid where object = ${object.id} and record_id = any(${from}::uuid[])`);
  }
  // What went into one of the others before is now in the one that stays.
  await session.run(sql`update ${merged} set into_id = ${into}::uuid where into_id = any(${from}::uuid[])`);
}
