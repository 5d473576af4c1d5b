import type { FieldModel, ObjectModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { columnType } from '../../compile/column-types.js';
import { recordTable } from '../../org-tables.js';
import { variable, type RowSource } from '../write-parts.js';

/** What becomes of a record when an operation is taken back. */
export type UndoAction = 'restore' | 'update' | 'delete';

/**
 * What is to be taken back, for the length of the transaction: one row for each record and action, by place. `olds` and
 * `news` are the values of fields before and after the operation, in API form. `open` until it is done or left out.
 */
export const UNDOING = sql.id('pg_temp', 'undoing');

/**
 * The open rows between the places `from` and `to` of the run, as rows of a write. A value is put back where the present
 * one is the one that the operation wrote.
 */
export function undoingRows(schema: string, object: ObjectModel, action: UndoAction): RowSource {
  const [from, to] = [sql`${variable('from')}::integer`, sql`${variable('to')}::integer`];
  const head = sql`(u.place - ${from}) as "_row", u.record_id as "_id", null::bigint as "_version", null::jsonb as "_changes"`;
  const picked = sql`u.place >= ${from} and u.place < ${to} and u.open`;
  if (action !== 'update') return () => sql`select ${head}, null::jsonb as "_set" from ${UNDOING} u where ${picked}`;
  return (fields) => {
    const set = fields.map((field) => sql`case when ${isStill(field)} then jsonb_build_object(${field.name}::text, true) else '{}' end`);
    const values = fields.map((field) => sql`${sql.id('o', field.name)} as ${sql.id(field.column)}`);
    return sql`select ${sql.join([head, sql`${sql.join(set, sql` || `)} as "_set"`, ...values])}
      from ${UNDOING} u join ${recordTable(schema, object)} t on t.id = u.record_id
      cross join lateral ${valuesOf('olds', fields, 'o')} cross join lateral ${valuesOf('news', fields, 'n')} where ${picked}`;
  };
}

/** Whether a record `t` has the value `n` that the operation of `u` gave it. */
export function isStill(field: FieldModel): RawBuilder<boolean> {
  return sql<boolean>`u.news ? ${field.name}::text and ${sql.id('t', field.column)} is not distinct from ${sql.id('n', field.name)}`;
}

/** Old or new values as columns by field name. */
export function valuesOf(side: 'olds' | 'news', fields: readonly FieldModel[], alias: string): RawBuilder<unknown> {
  return sql`jsonb_to_record(${sql.id('u', side)}) as ${sql.id(alias)}(${sql.join(fields.map((field) => sql`${sql.id(field.name)} ${columnType(field)}`))})`;
}
