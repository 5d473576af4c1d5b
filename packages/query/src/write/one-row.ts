import { fieldType } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import { sql } from 'kysely';
import { columnType } from '../compile/column-types.js';
import { Slot } from '../statement/slot.js';
import type { RowSource } from './write-parts.js';
import type { WriteRow } from './write-request.js';

/**
 * The one row of the run, out of its variable `row`: each value is a parameter of its own. PostgreSQL puts them where they are
 * used instead of reading a table of one row out of JSON, and a plan that it has kept fits as well as a new one.
 */
export const oneRow: RowSource = (fields) => rowWith(['_row', '_id', '_version', '_set', '_changes'], fields);

/** What the row says beside its values, as the statement names it. */
const SAID = {
  _row: sql`${plain('_row')}::integer as "_row"`,
  _id: sql`${plain('_id')}::uuid as "_id"`,
  _version: sql`${plain('_version')}::bigint as "_version"`,
  _set: sql`${json('_set')}::jsonb as "_set"`,
  _changes: sql`${json('_changes')}::jsonb as "_changes"`,
} as const;

/** The same row with no more than a statement reads of it: each parameter costs on its way. */
export function rowWith(said: readonly (keyof typeof SAID)[], fields: readonly FieldModel[]) {
  const values = fields.map((field) => sql`${isJson(field) ? json(field.column) : plain(field.column)}::${columnType(field)} as ${sql.id(field.column)}`);
  return sql`select ${sql.join([...said.map((name) => SAID[name]), ...values])}`;
}

function plain(name: string): Slot {
  return new Slot(({ variables }) => (variables['row'] as WriteRow)[name] ?? null);
}

function json(name: string): Slot {
  return new Slot(({ variables }) => {
    const value = (variables['row'] as WriteRow)[name] ?? null;
    return value === null ? null : JSON.stringify(value);
  });
}

function isJson({ value }: FieldModel): boolean {
  return fieldType(value.type).column(value.settings).name === 'jsonb';
}
