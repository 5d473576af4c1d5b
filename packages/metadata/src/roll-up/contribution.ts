import { fieldType, type ColumnType } from '@guanxi/field-types';
import { compileCondition, compileFormula } from '@guanxi/formula';
import { sql, type RawBuilder } from 'kysely';
import type { FieldModel, ObjectModel, RollUpModel } from '../model/model.js';
import { ownRowScope, ownRowValue, type RowMoment } from './own-row.js';

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

/** The column of a value that is nothing but a field: then an index over it serves. */
export function plainField(child: ObjectModel, { value }: RollUpModel): FieldModel | undefined {
  if (value?.root.kind !== 'reference' || value.root.path.length !== 1) return undefined;
  return child.fieldByName.get(value.root.path[0] ?? '');
}

function plainColumn(child: ObjectModel, rollUp: RollUpModel, alias: string): Sql | undefined {
  const field = plainField(child, rollUp);
  return field?.storage === 'column' && !(rollUp.value?.root.kind === 'reference' && rollUp.value.root.blankAsZero) ? sql.id(alias, field.column) : undefined;
}

/** The value as the column of the roll-up holds it: rounded, and blank where it is too large for it. */
export function fitToColumn(field: FieldModel, value: Sql): Sql {
  const type = fieldType(field.value.type).column(field.value.settings);
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
