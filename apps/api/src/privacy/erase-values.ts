import { fieldType } from '@guanxi/field-types';
import { rollUpBackfill, rollUpsInOrder, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import { computedFields, orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import { maskValue } from '../sandboxes/mask-value.js';
import { fieldsToErase, type PersonPart } from './person-records.js';

export interface ValueErasure {
  readonly session: SqlSession;
  readonly org: Org;
  readonly model: Model;
  readonly actorId: string;
  readonly operationId: string;
  readonly at: Date;
  /** Random: nobody can tell by trying what a placeholder stands for. */
  readonly salt: string;
}

/**
 * Blanks the personal values of a part: in its records, in columns that were taken out of use, and in every old value. The history
 * says that the record was changed, without values; no workflow begins by it. Required values become placeholders.
 */
export async function eraseValues({ session, org: { schema }, actorId, operationId, at, salt }: ValueErasure, part: PersonPart): Promise<void> {
  const { object, ids } = part;
  const fields = fieldsToErase(part);
  if (fields.length === 0) return;
  const these = sql`any(${[...ids]}::uuid[])`;
  await removeFiles(session, schema, object, fields, ids);
  const blanks = [...fields.map((field) => sql`${sql.id(field.column)} = ${placeholder(field, salt)}`), ...(await removedColumns(session, schema, object)).map((column) => sql`${sql.id(column)} = null`)];
  await session.run(sql`
    update ${recordTable(schema, object)} set ${sql.join(blanks)}, version = version + 1, updated_at = ${at}::timestamptz, updated_by = ${actorId}::uuid where id = ${these}`);
  const kept = object.fields.filter((field) => !fields.includes(field)).map(({ name }) => name);
  await session.run(sql`
    update ${orgTable(schema, 'history')} h set changes = coalesce((select jsonb_object_agg(key, value) from jsonb_each(h.changes) where key = any(${kept}::text[])), '{}')
    where h.object = ${object.id} and h.record_id = ${these} and h.changes <> '{}'`);
  await session.run(sql`
    insert into ${orgTable(schema, 'history')} (object, record_id, kind, changes, actor_id, source, operation_id, at)
    select ${object.id}::text, id, 'updated', '{}', ${actorId}::uuid, 'page', ${operationId}::uuid, ${at}::timestamptz from unnest(${[...ids]}::uuid[]) as erased (id)`);
}

/** What records add up of the erased values. Each sum is worked out anew for the whole of its object. */
export async function sumUpAnew({ session, org, model }: ValueErasure, parts: readonly PersonPart[]): Promise<void> {
  const erased = new Set(parts.flatMap((part) => fieldsToErase(part).map((field) => `${part.object.name}.${field.name}`)));
  const computed = computedFields(model);
  for (let grows = erased.size > 0; grows; ) {
    grows = computed.filter(({ object, field, reads }) => reads.some(([where, name]) => erased.has(`${where}.${name}`)) && erased.size < erased.add(`${object}.${field}`).size).length > 0;
  }
  const place = { schema: org.schema, timeZone: org.timeZone };
  for (const { object, field } of rollUpsInOrder(model)) {
    if (erased.has(`${object.name}.${field.name}`)) for (const statement of rollUpBackfill(model, object, field, place)) await session.run(statement);
  }
}

function placeholder(field: FieldModel, salt: string): RawBuilder<unknown> {
  return field.required && !fieldType(field.type).encrypted ? maskValue(field, sql.id(field.column), salt) : sql`null`;
}

/** The columns of fields that were removed from the object and wait to be dropped. */
async function removedColumns(session: SqlSession, schema: string, object: ObjectModel): Promise<readonly string[]> {
  const rows = await session.run<{ name: string }>(sql`select column_name as name from ${orgTable(schema, 'removed')} where kind = 'field' and object = ${object.id} and column_name is not null`);
  return rows.map(({ name }) => name);
}

/** The bytes and the name go; the row stays where a record needs it. */
async function removeFiles(session: SqlSession, schema: string, object: ObjectModel, fields: readonly FieldModel[], ids: readonly string[]): Promise<void> {
  for (const { column } of fields.filter(({ target }) => target === 'File')) {
    const files = sql`select ${sql.id(column)} from ${recordTable(schema, object)} where id = any(${[...ids]}::uuid[]) and ${sql.id(column)} is not null`;
    await session.run(sql`delete from ${orgTable(schema, 'fileContent')} where file_id in (${files})`);
    await session.run(sql`update ${orgTable(schema, 'file')} set name = '–', size = 0, sha256 = '' where id in (${files})`);
  }
}
