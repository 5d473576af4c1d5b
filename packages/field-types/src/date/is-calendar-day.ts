import { type RawBuilder, sql } from 'kysely';

/**
 * Whether text that has the form `YYYY-MM-DD` names a day that exists (years 1 to 9999). PostgreSQL asks this itself only
 * from version 16 on, and 15 has to do. The steps stand in `case` because it alone keeps the order of evaluation.
 */
export function isCalendarDay(text: RawBuilder<unknown>): RawBuilder<boolean> {
  const year = sql`substr(${text}, 1, 4)::int`;
  const month = sql`substr(${text}, 6, 2)::int`;
  const day = sql`substr(${text}, 9, 2)::int`;
  return sql<boolean>`case when ${year} >= 1 and ${month} between 1 and 12
    then ${day} between 1 and extract(day from make_date(${year}, ${month}, 1) + interval '1 month' - interval '1 day')::int
    else false end`;
}
