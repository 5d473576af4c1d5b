import { columnTypeSql, fieldType, type ColumnType, type JsonValue } from '@guanxi/field-types';
import { sql, type RawBuilder } from 'kysely';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { primaryKeyName, sequenceName } from '../../naming/index.js';
import type { RowMoment } from '../../roll-up/index.js';
import { ownFields } from '../model-pair.js';
import type { Place } from '../planned-change.js';

export type Sql = RawBuilder<unknown>;

export const tableSql = (object: { readonly table: string }, place: Place): Sql => sql.id(place.schema, object.table);

export const typeSql = (field: FieldModel): Sql => columnTypeSql(columnTypeOf(field));

/** Of a derived field the type of what it comes to. */
export function columnTypeOf(field: FieldModel): ColumnType {
  return fieldType(field.value.type).column(field.value.settings);
}

/** Whether the values of a field are written into a column of its own: derived columns come and go by themselves. */
export function isWritten(field: FieldModel): boolean {
  return field.storage === 'column';
}

export function hasColumn(field: FieldModel): boolean {
  return field.column !== '';
}

/** A derived column knows no moment: what reads it cannot be stored. */
export function rowMoment(place: Place): RowMoment {
  return { now: sql`null::timestamptz`, timeZone: sql`${sql.lit(place.timeZone ?? 'UTC')}::text` };
}

/** The columns that every record has, then those of the fields that are written. */
export function createTable(object: ObjectModel, place: Place): Sql {
  const columns = [...recordColumns(), ...ownFields(object).filter(isWritten).map(columnSql), sql`constraint ${sql.id(primaryKeyName(object.table))} primary key (id)`];
  return sql`create table ${tableSql(object, place)} (${sql.join(columns)})`;
}

/** `deleted_at` is no field: records in the recycle bin are seen only where somebody asks for them. */
function recordColumns(): readonly Sql[] {
  const instant = columnTypeSql({ name: 'timestamptz', arguments: [3] });
  return [
    sql`id uuid not null`,
    sql`owner_id uuid not null`,
    sql`created_at ${instant} not null`,
    sql`created_by uuid not null`,
    sql`updated_at ${instant} not null`,
    sql`updated_by uuid not null`,
    sql`version integer not null default 1`,
    sql`deleted_at ${instant}`,
  ];
}

export function columnSql(field: FieldModel): Sql {
  return field.required ? sql`${sql.id(field.column)} ${typeSql(field)} not null` : sql`${sql.id(field.column)} ${typeSql(field)}`;
}

/** The sequence of an auto-number goes when its column goes. */
export function createSequence(object: ObjectModel, field: FieldModel, place: Place): Sql {
  const sequence = sequenceName(object.table, field.column);
  return sql`create sequence ${sql.id(place.schema, sequence)} owned by ${sql.id(place.schema, object.table, field.column)}`;
}

/** The next number of an auto-number field, as its kind's `generated.next` takes it. */
export function nextNumber(object: ObjectModel, field: FieldModel, place: Place): Sql {
  return sql`nextval(${sequenceLiteral(object, field, place)}::regclass)`;
}

export function sequenceLiteral(object: ObjectModel, field: FieldModel, place: Place): Sql {
  return sql.lit([place.schema, sequenceName(object.table, field.column)].map((part) => `"${part.replaceAll('"', '""')}"`).join('.'));
}

/** A field's default as SQL; DDL takes no parameters. */
export function defaultSql(field: FieldModel): Sql {
  const value: JsonValue = fieldType(field.type).normalize(field.default ?? null, field.settings);
  return sql`${literal(value, columnTypeOf(field))}::${typeSql(field)}`;
}

function literal(value: JsonValue, { name }: ColumnType): Sql {
  if (value === null) return sql.lit(value);
  if (Array.isArray(value) && name === 'text[]') return sql`array[${sql.join(value.map((one) => sql.lit(String(one))))}]`;
  if (name === 'jsonb' || typeof value === 'object') return sql.lit(JSON.stringify(value));
  return sql.lit(value);
}
