import { type RawBuilder, sql } from 'kysely';

/** `ORD-{YYYY}-{00000}`: text, parts of the date, and exactly one counter with its least number of digits. */
export const NUMBER_FORMAT_PATTERN = '^[^{}\\u0000]*(\\{(YYYY|YY|MM|DD)\\}[^{}\\u0000]*)*\\{0{1,12}\\}[^{}\\u0000]*(\\{(YYYY|YY|MM|DD)\\}[^{}\\u0000]*)*$';

/**
 * SQL of the number that a format makes. The counter stands in it once, so that one row takes one number; it is never
 * cut when it outgrows its digits.
 */
export function numberFormatSql(format: string, sequence: RawBuilder<unknown>, now: RawBuilder<unknown>): RawBuilder<unknown> {
  const parts = format.split(/(\{[^{}]*\})/).filter((part) => part !== '');
  return sql`(${sql.join(parts.map((part) => partSql(part, sequence, now)), sql` || `)})`;
}

function partSql(part: string, sequence: RawBuilder<unknown>, now: RawBuilder<unknown>): RawBuilder<unknown> {
  const counter = /^\{(0+)\}$/.exec(part)?.[1];
  if (counter) return sql`replace(format(${sql.lit(`%${counter.length}s`)}, ${sequence}), ' ', '0')`;
  const datePart = /^\{(YYYY|YY|MM|DD)\}$/.exec(part)?.[1];
  return datePart ? sql`to_char(${now}, ${sql.lit(datePart)})` : sql`${sql.lit(part)}::text`;
}
