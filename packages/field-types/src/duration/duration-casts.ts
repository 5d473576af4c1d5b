import { type RawBuilder, sql } from 'kysely';
import type { Cast, FieldTypeName } from '../field-type.js';
import { fittingOr, whenPresent } from '../fitting.js';

type Sql = RawBuilder<unknown>;

const largest = sql.lit(Number.MAX_SAFE_INTEGER);

const fromNumber = fittingOr({
  fits: (column) => sql<boolean>`(${column} = trunc(${column}) and abs(${column}) <= ${largest})`,
  value: (column) => sql`${column}::bigint`,
});

const piece = (column: Sql, index: number) => sql`coalesce(nullif(split_part(ltrim(btrim(${column}), '+-'), ':', ${sql.lit(index)}), ''), '0')::bigint`;

/** Only what stands on a clock: hours, minutes and maybe seconds. */
const fromText = fittingOr({
  fits: (column) => sql<boolean>`(${column} is null or ${column} ~ '^\\s*[+-]?\\d{1,11}:[0-5]?\\d(:[0-5]?\\d)?\\s*$')`,
  value: (column) => whenPresent(column, sql`case when btrim(${column}) like '-%' then -1 else 1 end * (${piece(column, 1)} * 3600 + ${piece(column, 2)} * 60 + ${piece(column, 3)})`),
});

/** Numbers are taken as seconds. */
export const castsToDuration: Partial<Record<FieldTypeName, Cast>> = {
  integer: { convert: (column) => column },
  decimal: fromNumber,
  currency: fromNumber,
  percent: fromNumber,
  time: { convert: (column) => sql`extract(epoch from ${column})::bigint` },
  text: fromText,
  longText: fromText,
};
