import { orgTable } from '@guanxi/query';
import type { BusinessCalendarDocument } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { calendarContent } from './count-time-sql.js';
import { readCalendar, spansBetween } from './work-calendar.js';

/** The first day of every calendar in the tables. What lies before counts as closed. */
const FIRST_DAY = '1990-01-01';
const YEARS_AHEAD = 15;
/** So much of it may have been used up before the table is extended. */
const YEARS_KEPT = 13;

/** The day up to which a calendar is written at `now`. */
export function calendarHorizon(now: Date): string {
  return `${now.getUTCFullYear() + YEARS_AHEAD}-12-31`;
}

/** The day before which a calendar has to be written on. */
export function calendarLimit(now: Date): string {
  return `${now.getUTCFullYear() + YEARS_KEPT}-12-31`;
}

/** Two statements that bring one calendar's rows up to `until`, as far as they are not. Idempotent, in one transaction. */
export function fillCalendar(document: BusinessCalendarDocument, schema: string, orgTimeZone: string, until: string): readonly RawBuilder<unknown>[] {
  const content = calendarContent(document, orgTimeZone);
  const spans = spansBetween(FIRST_DAY, until, readCalendar(document, orgTimeZone));
  let [open, number, last] = [0, 0, ''];
  const rows = spans.map(({ date, startsAt, endsAt }) => {
    if (date !== last) number += 1;
    last = date;
    const before = open;
    open += (endsAt - startsAt) / 1000;
    return { date, number, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString(), before, open };
  });
  const calendar = orgTable(schema, 'calendar');
  return [
    sql`insert into ${calendar} as known (calendar_id, content, filled_until) values (${document.guanxi.id}, ${content}::jsonb, ${until}::date)
      on conflict (calendar_id, md5(content::text)) do update set filled_until = greatest(known.filled_until, excluded.filled_until)`,
    sql`insert into ${orgTable(schema, 'calendarSpan')} (calendar, day, day_number, starts_at, ends_at, open_before, open_until)
      select known.id, span.* from ${calendar} as known,
        unnest(${rows.map(({ date }) => date)}::date[], ${rows.map((row) => row.number)}::int[], ${rows.map(({ startsAt }) => startsAt)}::timestamptz[],
          ${rows.map(({ endsAt }) => endsAt)}::timestamptz[], ${rows.map(({ before }) => before)}::bigint[], ${rows.map((row) => row.open)}::bigint[]) as span
      where known.calendar_id = ${document.guanxi.id} and known.content = ${content}::jsonb
      on conflict (calendar, starts_at) do nothing`,
  ];
}
