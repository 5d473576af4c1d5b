import { type RawBuilder, sql } from 'kysely';
import { fittingOr } from '../fitting.js';
import type { Cast, CastContext, FieldTypeName } from '../field-type.js';
import type { IntegerSettings } from './integer.js';

type Sql = RawBuilder<unknown>;

const inRange = (number: Sql, { to }: CastContext) => {
  const { minimum, maximum } = to as IntegerSettings;
  return sql<boolean>`${number} between ${sql.lit(minimum)} and ${sql.lit(maximum)}`;
};

const fromNumber = fittingOr({
  fits: (column, context) => sql<boolean>`(${column} = trunc(${column}) and ${inRange(column, context)})`,
  value: (column) => sql`${column}::bigint`,
});

/** The pattern is tested first, inside CASE, so that no other text ever reaches the cast. */
const fromText = fittingOr({
  fits: (column, context) =>
    sql<boolean>`case when ${column} ~ '^\\s*[+-]?\\d{1,18}\\s*$' then ${inRange(sql`btrim(${column})::bigint`, context)} else ${column} is null end`,
  value: (column) => sql`btrim(${column})::bigint`,
});

export const castsToInteger: Partial<Record<FieldTypeName, Cast>> = {
  integer: fittingOr({ fits: inRange, value: (column) => column }),
  decimal: fromNumber,
  currency: fromNumber,
  percent: fromNumber,
  boolean: fittingOr({ fits: (column, context) => inRange(sql`${column}::int`, context), value: (column) => sql`${column}::int::bigint` }),
  duration: fittingOr({ fits: inRange, value: (column) => column }),
  text: fromText,
  longText: fromText,
};
