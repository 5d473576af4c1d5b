import { columnTypeSql, fieldType, type ColumnType } from '@guanxi/field-types';
import { sql, type RawBuilder } from 'kysely';
import type { FieldModel, RollUpOperation } from '../model/model.js';
import { rollUpCountColumn, rollUpSumColumn } from '../naming/index.js';

/** A column that only the platform writes. */
export interface MaintainedColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** What a record without children has there; absent: blank. */
  readonly initial?: 0;
}

/**
 * All columns of a maintained roll-up: the one of its value, rounded as its kind is, and beside it what is needed to go on
 * exactly from one change to the next. Other roll-ups that add this one up take the exact sum.
 */
export function maintainedColumns(field: FieldModel): readonly MaintainedColumn[] {
  if (!field.rollUp) throw new Error(`${field.name} is no roll-up.`);
  return [...COLUMNS[field.rollUp.operation](field)];
}

const own = (field: FieldModel): MaintainedColumn => ({ name: field.column, type: fieldType(field.value.type).column(field.value.settings) });
const sum = ({ column }: FieldModel): MaintainedColumn => ({ name: rollUpSumColumn(column), type: { name: 'numeric' }, initial: 0 });
const count = ({ column }: FieldModel): MaintainedColumn => ({ name: rollUpCountColumn(column), type: { name: 'bigint' }, initial: 0 });

const COLUMNS: Record<RollUpOperation, (field: FieldModel) => readonly MaintainedColumn[]> = {
  count: (field) => [{ ...own(field), initial: 0 }],
  sum: (field) => [{ ...own(field), initial: 0 }, sum(field)],
  avg: (field) => [own(field), sum(field), count(field)],
  min: (field) => [own(field)],
  max: (field) => [own(field)],
  first: (field) => [own(field)],
  last: (field) => [own(field)],
};

/** The same as definitions for CREATE TABLE and ADD COLUMN; new records then begin with what none amounts to. */
export function maintainedColumnsSql(field: FieldModel): readonly RawBuilder<unknown>[] {
  return maintainedColumns(field).map(({ name, type, initial }) =>
    initial === undefined ? sql`${sql.id(name)} ${columnTypeSql(type)}` : sql`${sql.id(name)} ${columnTypeSql(type)} default 0`,
  );
}
