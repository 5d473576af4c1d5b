import { type RawBuilder, sql } from 'kysely';

/** SQL of what people write: hours and minutes, and seconds where there are any. */
export function durationText(column: RawBuilder<unknown>): RawBuilder<unknown> {
  const padded = (number: RawBuilder<unknown>) => sql`lpad((${number})::text, 2, '0')`;
  return sql`(case when ${column} < 0 then '-' else '' end || abs(${column}) / 3600 || ':' || ${padded(sql`abs(${column}) / 60 % 60`)}
    || case when ${column} % 60 = 0 then '' else ':' || ${padded(sql`abs(${column}) % 60`)} end)`;
}
