import { sql, type RawBuilder } from 'kysely';
import type { FormulaType } from '../formula.js';
import { fractionDigits } from '../values/decimals.js';
import { lastDay } from '../values/calendar.js';
import { isTextual } from '../values/runtime-value.js';

/** A typed SQL expression: text-like ones and booleans are never null, the others are null where they are blank. */
export type Sql = RawBuilder<unknown>;

const columnTypes: Readonly<Record<FormulaType, Sql>> = {
  text: sql`text`, picklist: sql`text`, reference: sql`text`, boolean: sql`boolean`, number: sql`numeric`, date: sql`date`, time: sql`time`,
  datetime: sql`timestamptz`, multipicklist: sql`text[]`, location: sql`numeric[]`,
};

export function castTo(type: FormulaType, expression: Sql): Sql {
  return sql`(${expression})::${columnTypes[type]}`;
}

/** What a blank of this type is inside a formula. */
export function blankInSql(type: FormulaType): Sql {
  if (type === 'boolean') return sql`false`;
  if (type === 'multipicklist') return sql`'{}'::text[]`;
  return isTextual(type) ? sql`''::text` : castTo(type, sql`null`);
}

/** A value as parameter, with its type: PostgreSQL must not guess. */
export function textParameter(value: string): Sql {
  return sql`${value}::text`;
}

/**
 * The expression, or null outside [lowest, highest]. Written with least and greatest, so that the expression stands in
 * the statement once: a CASE would need it twice, and nested formulas would double with each level. (Both skip nulls,
 * so a null arrives at the lower border and leaves as null.)
 */
export function within(expression: Sql, lowest: number, highest: number): Sql {
  return withoutBorders(expression, sql.lit(lowest - 1), sql.lit(highest + 1));
}

/** Rounded to the language's digits; blank where it is too large. */
export function settleNumber(expression: Sql): Sql {
  return withoutBorders(sql`round(${expression}, ${sql.lit(fractionDigits)})`, sql`-1e30`, sql`1e30`);
}

/** The expression, or null from `under` downwards and from `over` upwards. */
export function withoutBorders(expression: Sql, under: Sql, over: Sql): Sql {
  return sql`nullif(nullif(least(greatest(${expression}, ${under}), ${over}), ${over}), ${under})`;
}

/** The day number since 0001-01-01 as date, or blank outside the years 1 to 9999. */
export function dateFromDay(day: Sql): Sql {
  return sql`(date '0001-01-01' + ${within(day, 0, lastDay)}::int)`;
}

export function dayFromDate(date: Sql): Sql {
  return sql`(${date} - date '0001-01-01')`;
}

/** Without its fraction, blank as 0, within the limits, as int. */
export function count(expression: Sql, lowest: number, highest: number): Sql {
  return sql`least(greatest(trunc(coalesce(${expression}, 0)), ${sql.lit(lowest)}), ${sql.lit(highest)})::int`;
}

/** Lets `body` use each operand more than once. */
export type Bind = <Name extends string>(operands: Readonly<Record<Name, Sql>>, body: (named: Readonly<Record<Name, Sql>>) => Sql) => Sql;

/**
 * Gives the operands names, so that each is worked out once. OFFSET 0 keeps the planner from putting the expressions back
 * in place of the names.
 */
export const bindByName: Bind = (operands, body) => {
  const names = Object.keys(operands) as (keyof typeof operands)[];
  const columns = names.map((name) => sql`${operands[name]} as ${sql.id(name)}`);
  const named = Object.fromEntries(names.map((name) => [name, sql.id(name)])) as unknown as typeof operands;
  return sql`(select ${body(named)} from (select ${sql.join(columns)} offset 0) as operands)`;
};

/** Writes each operand wherever it is used: for generated columns, which take no sub-select. */
export const bindInPlace: Bind = (operands, body) => body(operands);

/** Numeric `year`, `month`, `day` without fractions; blank where there is no such date. Never raises an error. */
export function dateFromParts(bind: Bind, parts: Readonly<Record<'year' | 'month' | 'day', Sql>>): Sql {
  const whole = (part: Sql, highest: number): Sql => sql`${within(sql`trunc(${part})`, 1, highest)}::int`;
  return bind(
    { year: whole(parts.year, 9999), month: whole(parts.month, 12), day: whole(parts.day, 31) },
    ({ year, month, day }) => sql`(case when ${year} is not null and ${month} is not null then
      case when ${day} <= extract(day from make_date(${year}, ${month}, 1) + interval '1 month' - interval '1 day') then make_date(${year}, ${month}, ${day}) end end)`,
  );
}

/** 'YYYY-MM-DD', or null. (to_char would not be immutable.) */
export function dateAsText(bind: Bind, date: Sql): Sql {
  return bind(
    { day: date },
    ({ day }) => sql`(lpad(extract(year from ${day})::text, 4, '0') || '-' || lpad(extract(month from ${day})::text, 2, '0') || '-' || lpad(extract(day from ${day})::text, 2, '0'))`,
  );
}

/** Seconds since 1970, with their fraction. (Of a timestamptz itself, extract would not be immutable.) */
export function secondsOf(instant: Sql): Sql {
  return sql`extract(epoch from (${instant} at time zone 'UTC'))`;
}

/**
 * Whole microseconds since 1970 as instant, or blank outside the years 1 to 9999. Put together from days and the rest:
 * one interval of all microseconds would pass through a double and lose its last digits.
 */
export function instantFromMicroseconds(bind: Bind, microseconds: Sql): Sql {
  const sinceYearOne = sql`${microseconds} + 62135596800000000`;
  return bind(
    { moved: withoutBorders(sinceYearOne, sql`-1`, sql`315537897600000000`) },
    ({ moved }) => sql`((timestamp '0001-01-01' + make_interval(
      days => div(${moved}, 86400000000)::int, secs => (mod(${moved}, 86400000000) / 1000000)::float8)) at time zone 'UTC')`,
  );
}
