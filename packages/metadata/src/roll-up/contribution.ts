import { fieldType, type ColumnType } from '@guanxi/field-types';
import { compileCondition, compileFormula } from '@guanxi/formula';
import { sql, type RawBuilder } from 'kysely';
import type { FieldModel, ObjectModel, RollUpModel } from '../model/model.js';
import { exactColumn, ownRowScope, ownRowValue, type RowMoment } from './own-row.js';

type Sql = RawBuilder<unknown>;

/** What one row of the summed object gives to a roll-up of the record that it points to. */
export interface Contribution {
  /** Whether the row counts at all: it lives and passes the filter. Two-valued. */
  readonly counts: Sql;
  /** Its value, exact; of a count the row itself. */
  readonly value: Sql;
  /** Of first and last: its place. Rows without one are left out. */
  readonly place: Sql;
}

/** `alias` has all columns of `child`, `deleted_at` among them. */
export function contribution(child: ObjectModel, rollUp: RollUpModel, alias: string, moment: RowMoment): Contribution {
  const scope = ownRowScope(child, alias, moment);
  const alive = sql`${sql.id(alias, 'deleted_at')} is null`;
  const orderBy = child.fieldByName.get(rollUp.orderBy ?? 'createdAt') as FieldModel;
  return {
    counts: rollUp.filter ? sql`(${alive} and coalesce(${compileCondition(rollUp.filter, scope)}, false))` : alive,
    value: rollUp.value ? (plainColumn(child, rollUp, alias) ?? compileFormula(rollUp.value, scope)) : sql`1`,
    place: ownRowValue(child, orderBy, alias, moment),
  };
}

/**
 * The column that holds the values of a least or greatest value in the order of the roll-up's own: then an index over it
 * serves. Only for values that are nothing but a field, and rounded no other way than the roll-up is.
 */
export function lookUpColumn(child: ObjectModel, { rollUp, value }: FieldModel): string | undefined {
  const field = rollUp && plainField(child, rollUp);
  if (!field) return undefined;
  if (field.storage === 'generated') return isEqual(columnOf(field.value), columnOf(value)) ? field.column : undefined;
  return exactColumn(field);
}

function plainField(child: ObjectModel, { value }: RollUpModel): FieldModel | undefined {
  if (value?.root.kind !== 'reference' || value.root.path.length !== 1 || value.root.blankAsZero) return undefined;
  return child.fieldByName.get(value.root.path[0] ?? '');
}

function plainColumn(child: ObjectModel, rollUp: RollUpModel, alias: string): Sql | undefined {
  const field = plainField(child, rollUp);
  const column = field && exactColumn(field);
  return column === undefined ? undefined : sql.id(alias, column);
}

const columnOf = ({ type, settings }: FieldModel['value']) => fieldType(type).column(settings);

function isEqual(one: ColumnType, other: ColumnType): boolean {
  return one.name === other.name && String(one.arguments) === String(other.arguments);
}

/** The value as the column of the roll-up holds it: rounded, and blank where it is too large for it. */
export function fitToColumn(field: FieldModel, value: Sql): Sql {
  const type = columnOf(field.value);
  return FITTED[type.name]?.(value, type) ?? value;
}

const LARGEST_INTEGER = sql.lit(Number.MAX_SAFE_INTEGER + 1);

const FITTED: Partial<Record<ColumnType['name'], (value: Sql, type: ColumnType) => Sql>> = {
  numeric(value, { arguments: [precision, scale = 0] = [] }) {
    if (precision === undefined) return value;
    return within(sql`round((${value})::numeric, ${sql.lit(scale)})`, sql.lit(10 ** (precision - scale)));
  },
  bigint: (value) => sql`(${within(sql`round((${value})::numeric)`, LARGEST_INTEGER)})::bigint`,
};

/** Names the value once: a CASE would work it out twice. Both functions skip null, which so arrives at a border and leaves as null. */
function within(value: Sql, border: Sql): Sql {
  return sql`nullif(nullif(least(greatest(${value}, -${border}), ${border}), ${border}), -${border})`;
}
