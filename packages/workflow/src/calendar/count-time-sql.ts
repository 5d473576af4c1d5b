import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { BusinessCalendarDocument } from '@guanxi/metadata';

/** A calendar whose open spans stand in the org's tables: the same arithmetic for any number of moments at once. */
export interface StoredCalendar {
  readonly schema: string;
  /** IANA name. */
  readonly timeZone: string;
  /** What it is known by in the table. */
  readonly key: RawBuilder<unknown>;
}

/** What decides when a calendar is open, as JSON that is the same for the same hours. */
export function calendarContent({ timeZone, week, holidays = [] }: BusinessCalendarDocument, orgTimeZone: string): string {
  const days = holidays.map(({ date, hours = [] }) => ({ date, hours })).sort((one, other) => (one.date < other.date ? -1 : 1));
  return JSON.stringify({ timeZone: timeZone ?? orgTimeZone, week, days });
}

/** Calendars are kept by their content: a rule of an earlier revision counts by the calendar of that revision. */
export function storedCalendar(document: BusinessCalendarDocument, schema: string, orgTimeZone: string): StoredCalendar {
  const content = calendarContent(document, orgTimeZone);
  const key = sql`(select id from ${orgTable(schema, 'calendar')} where calendar_id = ${document.guanxi.id} and content = ${content}::jsonb)`;
  return { schema, timeZone: document.timeZone ?? orgTimeZone, key };
}

/**
 * The n-th business day after or before a date, as the arithmetic in memory has it. A date beyond what the table holds is
 * the last or first day it does hold: the table reaches years ahead and is extended, and due times are worked out again
 * before anything fires.
 */
export function movedDay(date: RawBuilder<unknown>, days: number, direction: Direction, { schema, key }: StoredCalendar): RawBuilder<unknown> {
  if (days === 0) return sql`(${date})`;
  const span = orgTable(schema, 'calendarSpan');
  const after = direction === 'after';
  const near = after
    ? sql`coalesce((select day_number from ${span} where calendar = ${key} and day <= given.day order by day desc limit 1), 0)`
    : sql`coalesce((select day_number from ${span} where calendar = ${key} and day >= given.day order by day limit 1), (select max(day_number) + 1 from ${span} where calendar = ${key}))`;
  const edge = after ? sql`max(day)` : sql`min(day)`;
  return sql`(select coalesce(
      (select day from ${span} where calendar = ${key} and day_number = ${near} ${after ? sql`+` : sql`-`} ${sql.lit(days)} limit 1),
      (select ${edge} from ${span} where calendar = ${key}))
    from (select (${date}) as day) as given where given.day is not null)`;
}

export type Direction = 'after' | 'before';

/** The instant so many business days and open minutes after or before another. */
export function movedInstant(instant: RawBuilder<unknown>, { days, minutes }: { readonly days: number; readonly minutes: number }, direction: Direction, calendar: StoredCalendar): RawBuilder<unknown> {
  const zone = sql`${calendar.timeZone}::text`;
  const local = sql`(given.at at time zone ${zone})`;
  const moved = days === 0
    ? instant
    : sql`(select ((${movedDay(sql`${local}::date`, days, direction, calendar)} + ${local}::time) at time zone ${zone}) from (select (${instant}) as at) as given)`;
  return minutes === 0 ? moved : movedByMinutes(moved, minutes, direction, calendar);
}

function movedByMinutes(instant: RawBuilder<unknown>, minutes: number, direction: Direction, calendar: StoredCalendar): RawBuilder<unknown> {
  const span = orgTable(calendar.schema, 'calendarSpan');
  const ofCalendar = sql`span.calendar = ${calendar.key}`;
  const place = sql`span.starts_at + (target.open - span.open_before)::double precision * interval '1 second'`;
  const found = direction === 'after'
    ? sql`(select ${place} from ${span} as span where ${ofCalendar} and span.open_until >= target.open order by span.open_until limit 1), (select max(ends_at) from ${span} as span where ${ofCalendar})`
    : sql`(select ${place} from ${span} as span where ${ofCalendar} and span.open_before <= target.open order by span.open_before desc limit 1), (select min(starts_at) from ${span} as span where ${ofCalendar})`;
  const length = sql.lit(minutes * 60);
  return sql`(select coalesce(${found})
    from (select ${openUntil(instant, calendar)} ${direction === 'after' ? sql`+` : sql`-`} ${length} as open) as target where target.open is not null)`;
}

/** Open seconds between two instants. */
export function openSeconds(from: RawBuilder<unknown>, to: RawBuilder<unknown>, calendar: StoredCalendar): RawBuilder<unknown> {
  return sql`(${openUntil(to, calendar)} - ${openUntil(from, calendar)})`;
}

/** Open seconds from the table's beginning up to an instant. */
function openUntil(instant: RawBuilder<unknown>, { schema, key }: StoredCalendar): RawBuilder<unknown> {
  return sql`(select coalesce((
      select span.open_before + extract(epoch from least(moment.at, span.ends_at) - span.starts_at) from ${orgTable(schema, 'calendarSpan')} as span
      where span.calendar = ${key} and span.starts_at <= moment.at order by span.starts_at desc limit 1), 0)
    from (select (${instant})::timestamptz as at) as moment where moment.at is not null)`;
}
