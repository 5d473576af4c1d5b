import type { FieldModel, ObjectModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { orgTable, recordTable } from '../../org-tables.js';
import { isStill, UNDOING, valuesOf } from './undoing.js';

type Sql = RawBuilder<unknown>;

/** Whose records are looked at, and under which operation it is noted what is left out. */
export interface LeftOutPlace {
  readonly schema: string;
  readonly object: ObjectModel;
  readonly undoId: string;
}

/** Locks every record that is to be touched, in the order of ids, so that what is found stays as it is. */
export function lockUndoing({ schema, object }: LeftOutPlace): Sql {
  return sql`select count(*)::integer as count from (
    select t.id from ${recordTable(schema, object)} t where t.id in (select record_id from ${UNDOING} where object = ${object.id}) order by t.id for update
  ) l`;
}

/**
 * Records that came or went and had something happen to them since stay as they are. Those that are as they were before the
 * operation already are done.
 */
export function leaveOutMoved(place: LeftOutPlace): Sql {
  const { schema, object } = place;
  const since = sql`exists (select from ${orgTable(schema, 'history')} h where h.record_id = u.record_id and h.id > u.last_id)`;
  const reason = sql`case when t.id is null then 'GONE' when (u.action = 'restore') = (t.deleted_at is null) then null else 'CHANGED_SINCE' end`;
  const found = sql`select u.place, ${reason} as reason from ${UNDOING} u left join ${recordTable(schema, object)} t on t.id = u.record_id
    where u.object = ${object.id} and u.action <> 'update' and u.open and (t.id is null or (u.action = 'restore') = (t.deleted_at is null) or ${since})`;
  return leaveOut(place, found);
}

/** Records that are not there to be changed. */
export function leaveOutGone(place: LeftOutPlace): Sql {
  const { schema, object } = place;
  const comesBack = sql`exists (select from ${UNDOING} r where r.record_id = u.record_id and r.action = 'restore' and r.open)`;
  return leaveOut(place, sql`select u.place, 'GONE' as reason from ${UNDOING} u left join ${recordTable(schema, object)} t on t.id = u.record_id
    where u.object = ${object.id} and u.action = 'update' and u.open and (t.id is null or (t.deleted_at is not null and not ${comesBack}))`);
}

/** Fields that this person may not write, and those that have another value by now than the operation gave them: the rest of the record is put back. */
export function leaveOutFields({ schema, object, undoId }: LeftOutPlace, fields: readonly FieldModel[], forbidden: readonly FieldModel[]): Sql {
  const changed = fields.map((field) => sql`(${field.name}::text, u.news ? ${field.name}::text and not (${isStill(field)}) and ${sql.id('t', field.column)} is distinct from ${sql.id('o', field.name)}, 'CHANGED_SINCE')`);
  const kept = forbidden.map((field) => sql`(${field.name}::text, u.news ? ${field.name}::text, 'FORBIDDEN')`);
  return sql`insert into ${orgTable(schema, 'operationLeftOut')} (operation_id, object, record_id, field, reason)
    select ${undoId}::uuid, u.object, u.record_id, f.name, f.reason
    from ${UNDOING} u join ${recordTable(schema, object)} t on t.id = u.record_id cross join lateral ${valuesOf('olds', fields, 'o')} cross join lateral ${valuesOf('news', fields, 'n')}
    cross join lateral (values ${sql.join([...changed, ...kept])}) as f(name, hit, reason)
    where u.object = ${object.id} and u.action = 'update' and u.open and f.hit order by u.place`;
}

/** Records that were made by the operation and that others lean on by now. `cascade` would take those along. */
export function leaveOutLeantOn(place: LeftOutPlace, child: ObjectModel, field: FieldModel, following: 'cascade' | 'restrict'): Sql {
  const goesToo = sql`exists (select from ${UNDOING} d where d.record_id = c.id and d.action = 'delete' and d.open)`;
  return leaveOut(place, sql`select u.place, ${following === 'cascade' ? 'CHANGED_SINCE' : 'RULE'}::text as reason from ${UNDOING} u
    where u.object = ${place.object.id} and u.action = 'delete' and u.open
    and exists (select from ${recordTable(place.schema, child)} c where ${sql.id('c', field.column)} = u.record_id and c.deleted_at is null and not ${goesToo})`);
}

/** Everything of an object that this person knows nothing of. */
export function leaveOutHidden(undoId: string, schema: string, objectId: string): Sql {
  return leaveOut({ schema, undoId }, sql`select place, 'FORBIDDEN' as reason from ${UNDOING} where object = ${objectId} and open`);
}

/** `refused`: JSON text of `{ place, field, reason }[]`. */
export function leaveOutRefused(undoId: string, schema: string, refused: string): Sql {
  return leaveOut({ schema, undoId }, sql`select place, field, reason from jsonb_to_recordset(${refused}::jsonb) as r(place integer, field text, reason text)`, sql`w.field`);
}

/** `found` are rows `(place, reason)`; those without a reason are done and not told. */
function leaveOut({ schema, undoId }: Pick<LeftOutPlace, 'schema' | 'undoId'>, found: Sql, field: Sql = sql`null`): Sql {
  return sql`with wrong as materialized (${found}),
    closed as (update ${UNDOING} set open = false where place in (select place from wrong))
    insert into ${orgTable(schema, 'operationLeftOut')} (operation_id, object, record_id, field, reason)
    select ${undoId}::uuid, u.object, u.record_id, ${field}, w.reason from wrong w join ${UNDOING} u on u.place = w.place where w.reason is not null order by u.place`;
}
