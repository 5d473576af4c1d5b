import { sql, type RawBuilder } from 'kysely';
import type { FormulaType } from '../formula.js';
import { fractionDigits } from '../values/decimals.js';
import { lastDay } from '../values/calendar.js';

/** A typed SQL expression: text-like ones and booleans are never null, the others are null where they are blank. */
export type Sql = RawBuilder<unknown>;

const columnTypes: Readonly<Record<FormulaType, Sql>> = {
  text: sql`text`, picklist: sql`text`, reference: sql`text`, boolean: sql`boolean`, number: sql`numeric`, date: sql`date`, time: sql`time`,
  datetime: sql`timestamptz`, multipicklist: sql`text[]`, location: sql`numeric[]`,
};

export function castTo(type: FormulaType, expression: Sql): Sql {
  return sql`(${expression})::${columnTypes[type]}`;
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

/**
 * Gives operands a name, so that `body` can use each more than once though it is worked out once. OFFSET 0 keeps the
 * planner from putting the expressions back in place of the names.
 */
export function bind(operands: Readonly<Record<string, Sql>>, body: Sql): Sql {
  const columns = Object.entries(operands).map(([name, expression]) => sql`${expression} as ${sql.id(name)}`);
  return sql`(select ${body} from (select ${sql.join(columns)} offset 0) as operands)`;
}

/** `year`, `month`, `day` name whole numeric columns; blank where there is no such date. Never raises an error. */
export function dateFromParts(year: Sql, month: Sql, day: Sql): Sql {
  const whole = (part: Sql, highest: number): Sql => sql`${within(sql`trunc(${part})`, 1, highest)}::int`;
  return bind(
    { year: whole(year, 9999), month: whole(month, 12), day: whole(day, 31) },
    sql`case when year is not null and month is not null then
      case when day <= extract(day from make_date(year, month, 1) + interval '1 month' - interval '1 day') then make_date(year, month, day) end end`,
  );
}
