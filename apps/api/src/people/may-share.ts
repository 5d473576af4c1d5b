import type { Sentence } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import { bindStatement, compileReach, orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { findReadableRecord, type ReadableRecord } from '../activity/readable-record.js';
import type { SqlSession } from '../database/sql-session.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { shareFaults } from './people-wording.js';

export interface SharedRecord extends ReadableRecord {
  readonly ownerId: string;
  /** Why this person may not share it; absent where they may. */
  readonly refusal?: Sentence;
}

/** A record that this person may read, and whether they may share it. Throws `NOT_FOUND` for any other. */
export async function findSharedRecord(session: SqlSession, actor: Actor, model: Model, objectName: string, recordId: string): Promise<SharedRecord> {
  const { schema } = actor.org;
  const record = await findReadableRecord({ session, schema, model }, actor.access, objectName, recordId);
  if (!record) throw new ApiFailure('NOT_FOUND', shareFaults.noRecord);
  const { object, id } = record;
  const [row] = await session.run<{ owner_id: string; owner: string; above: boolean }>(sql`
    select r.owner_id, u.name as owner, exists (select from ${orgTable(schema, 'below')} b where b.user_id = ${actor.userId}::uuid and b.owner_id = r.owner_id) as above
    from ${recordTable(schema, object)} r join ${orgTable(schema, 'user')} u on u.id = r.owner_id where r.id = ${id}::uuid`);
  if (!row) throw new ApiFailure('NOT_FOUND', shareFaults.noRecord);
  const isOwn = row.owner_id === actor.userId || actor.access.admin || (row.above && object.document?.guanxi.sharing?.throughRoles !== false);
  const refusal = (object.document?.guanxi.sharing?.default === 'parent' || object.fields.some(({ type }) => type === 'masterDetail') ? shareFaults.byParent : undefined)
    ?? (actor.access.partner ? shareFaults.partner : undefined)
    ?? (isOwn ? undefined : { ...shareFaults.notOwner, words: { owner: row.owner } })
    ?? ((await mayEdit(session, actor, model, objectName, id)) ? undefined : shareFaults.noEdit);
  return { ...record, ownerId: row.owner_id, ...(refusal && { refusal }) };
}

async function mayEdit(session: SqlSession, actor: Actor, model: Model, objectName: string, recordId: string): Promise<boolean> {
  if (actor.access.objects.get(objectName)?.edit === 'none') return false;
  const { org, timeZone, userId: me } = actor;
  const statement = compileReach(objectName, { model, access: actor.access, schema: org.schema }, 'edit');
  const values = bindStatement(statement, { variables: { ids: [recordId] }, me, now: new Date().toISOString(), timeZone, org });
  return (await session.run({ text: statement.text, values })).length > 0;
}
