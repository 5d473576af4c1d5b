import { fieldType, type ColumnType, type FieldTypeName } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';

/**
 * SQL that stands in for a personal value in a masked copy. Equal values stay equal and different ones different, so that
 * unique columns stay unique; `salt` is a new random text for every copy, so that nobody can find a value by trying.
 * Null where the field may be blank and no harmless value says anything.
 */
export function maskValue(field: FieldModel, column: RawBuilder<unknown>, salt: string): RawBuilder<unknown> {
  const mark = sql`md5(${salt}::text || ${column}::text)`;
  const masked = byKind[field.type]?.(column, mark, field) ?? byColumn[fieldType(field.type).column(field.settings).name](column, mark, field);
  return sql`case when ${column} is null then null else ${masked} end`;
}

type Mask = (column: RawBuilder<unknown>, mark: RawBuilder<unknown>, field: FieldModel) => RawBuilder<unknown>;

const digits = (mark: RawBuilder<unknown>): RawBuilder<unknown> => sql`translate(substr(${mark}, 1, 7), 'abcdef', '123456')`;

const byKind: Partial<Record<FieldTypeName, Mask>> = {
  email: (_, mark) => sql`'person-' || substr(${mark}, 1, 12) || '@example.com'`,
  phone: (_, mark) => sql`'+1202' || ${digits(mark)}`,
  url: (_, mark) => sql`'https://example.com/' || substr(${mark}, 1, 12)`,
  personName: (_, mark) => sql`jsonb_build_object('first', 'Person', 'last', upper(substr(${mark}, 1, 6)))`,
  address: (column) => sql`jsonb_strip_nulls(jsonb_build_object('country', ${column} ->> 'country'))`,
  picklist: (column) => column,
  multiPicklist: (column) => column,
  autoNumber: (column) => column,
};

const byColumn: Readonly<Record<ColumnType['name'], Mask>> = {
  text: (_, mark) => sql`'Masked ' || upper(substr(${mark}, 1, 6))`,
  bigint: (column, _, field) => (field.required ? sql`0` : emptied(column)),
  numeric: (column, _, field) => (field.required ? sql`0` : emptied(column)),
  boolean: (column) => column,
  date: (column) => sql`date_trunc('year', ${column})::date`,
  time: () => sql`'00:00'::time`,
  timestamptz: (column) => sql`date_trunc('year', ${column})`,
  uuid: (column, _, field) => (field.required ? column : emptied(column)),
  jsonb: (_, __, field) => (field.required ? sql`'{}'::jsonb` : sql`null::jsonb`),
  'text[]': (column) => column,
};

/** Null of the column's own type. */
function emptied(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`nullif(${column}, ${column})`;
}
