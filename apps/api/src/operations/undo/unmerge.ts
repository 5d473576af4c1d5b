import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import { leavePlacesOnLists } from '../../list-views/merged-members.js';
import { returnShares } from '../../people/move-shares.js';
import type { WritePlace } from '../../records/write-place.js';

interface Gone {
  readonly record_id: string;
  readonly object: string;
  readonly into_id: string;
}

/** Records that a merge had made part of another one and that are back: comments, notices, files and shares go back to them, too. */
export async function unmerge({ session, actor, model, at }: WritePlace, operationId: string): Promise<void> {
  const { schema } = actor.org;
  const merged = orgTable(schema, 'merged');
  const found = await session.run<Gone>(sql`select record_id, object, into_id from ${merged} where operation_id = ${operationId}::uuid`);
  for (const { record_id: id, object: objectId, into_id: into } of found) {
    const object = model.objectById.get(objectId);
    if (!object) continue;
    const [back] = await session.run(sql`select from ${recordTable(schema, object)} where id = ${id}::uuid and deleted_at is null`);
    if (!back) continue;
    for (const [table, column] of [['comment', 'comments'], ['notification', 'notifications'], ['attachment', 'attachments']] as const) {
      await session.run(sql`update ${orgTable(schema, table)} set record_id = ${id}::uuid
        where record_id = ${into}::uuid and id = any((select ${sql.id(column)} from ${merged} where record_id = ${id}::uuid)::uuid[])`);
    }
    await leavePlacesOnLists(session, schema, into, id);
    await returnShares(session, { schema, object: objectId, into, from: [id], actorId: actor.userId, now: new Date(at) });
    await session.run(sql`update ${merged} set into_id = ${id}::uuid where record_id = any((select followers from ${merged} where record_id = ${id}::uuid)::uuid[]) and into_id = ${into}::uuid`);
    await session.run(sql`delete from ${merged} where record_id = ${id}::uuid`);
  }
}
