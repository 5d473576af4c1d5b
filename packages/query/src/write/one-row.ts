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
export const oneRow: RowSource = (fields) =>
  sql`select ${sql.join([
    sql`${plain('_row')}::integer as "_row"`,
    sql`${plain('_id')}::uuid as "_id"`,
    sql`${plain('_version')}::bigint as "_version"`,
    sql`${json('_set')}::jsonb as "_set"`,
    sql`${json('_changes')}::jsonb as "_changes"`,
    ...fields.map((field) => sql`${isJson(field) ? json(field.column) : plain(field.column)}::${columnType(field)} as ${sql.id(field.column)}`),
  ])}`;

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
