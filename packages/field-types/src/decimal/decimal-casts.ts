import { type RawBuilder, sql } from 'kysely';
import { columnTypeSql } from '../column-type-sql.js';
import type { Cast, CastContext, FieldTypeName } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { DecimalSettings } from './decimal-value.js';

type Sql = RawBuilder<unknown>;

const size = ({ to }: CastContext) => to as DecimalSettings;

/** No digit is lost on either side of the point. */
const keeps = (number: Sql, context: CastContext) => {
  const { precision, scale } = size(context);
  const limit = `1${'0'.repeat(precision - scale)}`;
  return sql<boolean>`(${number} = round(${number}, ${sql.lit(scale)}) and abs(${number}) < ${sql.lit(limit)}::numeric)`;
};

const stored = (number: Sql, context: CastContext) => {
  const { precision, scale } = size(context);
  return sql`${number}::${columnTypeSql({ name: 'numeric', arguments: [precision, scale] })}`;
};

const fromNumber = fittingOr({ fits: (column, context) => keeps(sql`${column}::numeric`, context), value: (column, context) => stored(column, context) });

/** The pattern is tested first, inside CASE, so that no other text ever reaches the cast. */
const fromText = fittingOr({
  fits: (column, context) =>
    sql<boolean>`case when ${column} ~ '^\\s*[+-]?\\d{1,60}(\\.\\d{1,60})?\\s*$' then ${keeps(sql`btrim(${column})::numeric`, context)} else ${column} is null end`,
  value: (column, context) => stored(sql`btrim(${column})`, context),
});

/** The same for every kind that is kept as a decimal. */
export const castsToDecimal: Partial<Record<FieldTypeName, Cast>> = {
  integer: fromNumber,
  decimal: fromNumber,
  currency: fromNumber,
  percent: fromNumber,
  duration: fromNumber,
  text: fromText,
  longText: fromText,
};
