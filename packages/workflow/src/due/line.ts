import type { AnchorKind } from '../definition/triggers/elapsed.js';
import type { Period } from '../definition/period.js';
import type { OrgPlace } from '../expressions/record-place.js';
import { sql, type RawBuilder } from 'kysely';
import { movedInstant, type StoredCalendar } from '../calendar/count-time-sql.js';

/**
 * How time is counted from one kind of anchor, as SQL. An anchor is kept as timestamptz whatever its kind: a date at
 * midnight UTC of its day.
 */
export interface Line {
  /** The column's value as kept anchor. */
  keep(column: RawBuilder<unknown>): RawBuilder<unknown>;
  /** The instant from which the workflow may fire. */
  dueAt(anchor: RawBuilder<unknown>): RawBuilder<unknown>;
  /** The latest anchor that would still have been in time: one that comes later finds the line crossed. */
  lastInTime(anchor: RawBuilder<unknown>): RawBuilder<unknown>;
  /** What makes the run unique, and what the line is called: the day or instant that is reached. */
  occasion(anchor: RawBuilder<unknown>): RawBuilder<unknown>;
  /** The same as `YYYY-MM-DD` in the org's time zone, to sort and count firings by. */
  dueDay(anchor: RawBuilder<unknown>): RawBuilder<unknown>;
  /** The kept anchor as the API writes it. */
  write(anchor: RawBuilder<unknown>): RawBuilder<unknown>;
}

/** All calendar arithmetic is PostgreSQL's, in the org's time zone; simulation and operation share it. */
export function lineOf(kind: AnchorKind, period: Period, timeZone: string): Line {
  return lines[kind](interval(period), sql`${timeZone}::text`);
}

/**
 * The instant a period after another. On the org's own days, three days later is the same time of day, whatever daylight
 * saving did; by a business calendar only its days and hours count.
 */
export function afterInstant(instant: RawBuilder<unknown>, period: Period, { timeZone }: Pick<OrgPlace, 'timeZone'>, calendar?: StoredCalendar): RawBuilder<unknown> {
  if (calendar) return movedInstant(instant, openLength(period), 'after', calendar);
  const zone = sql`${timeZone}::text`;
  return sql`((((${instant}) at time zone ${zone}) + ${interval(period)}) at time zone ${zone})`;
}

/** What of a period a business calendar counts. */
function openLength({ days, hours, minutes }: Period): { readonly days: number; readonly minutes: number } {
  return { days, minutes: hours * 60 + minutes };
}

type MakeLine = (length: RawBuilder<unknown>, zone: RawBuilder<unknown>) => Line;

const lines: Readonly<Record<AnchorKind, MakeLine>> = {
  // A date counts as its whole day: an order on the very day that the line is reached is still in time. So the line is
  // crossed when that day has ended in the org's time zone, and it is called by that day.
  date(length, zone) {
    const day = (anchor: RawBuilder<unknown>) => sql`(((${anchor}) at time zone 'UTC') + ${length})::date`;
    return {
      keep: (column) => sql`((${column})::timestamp at time zone 'UTC')`,
      dueAt: (anchor) => sql`((${day(anchor)} + 1)::timestamp at time zone ${zone})`,
      lastInTime: (anchor) => sql`(${day(anchor)}::timestamp at time zone 'UTC')`,
      occasion: (anchor) => sql`to_char(${day(anchor)}, 'YYYY-MM-DD')`,
      dueDay: (anchor) => sql`to_char(${day(anchor)}, 'YYYY-MM-DD')`,
      write: (anchor) => sql`to_char((${anchor}) at time zone 'UTC', 'YYYY-MM-DD')`,
    };
  },

  // Counted on the org's calendar: 30 days later is the same time of day, whatever daylight saving did in between.
  dateTime(length, zone) {
    const instant = (anchor: RawBuilder<unknown>) => sql`((((${anchor}) at time zone ${zone}) + ${length}) at time zone ${zone})`;
    return {
      keep: (column) => sql`(${column})`,
      dueAt: instant,
      lastInTime: instant,
      occasion: (anchor) => writeInstant(instant(anchor)),
      dueDay: (anchor) => sql`to_char(${instant(anchor)} at time zone ${zone}, 'YYYY-MM-DD')`,
      write: writeInstant,
    };
  },
};

function interval({ years, months, weeks, days, hours, minutes }: Period): RawBuilder<unknown> {
  return sql`make_interval(${years}::int, ${months}::int, ${weeks}::int, ${days}::int, ${hours}::int, ${minutes}::int)`;
}

function writeInstant(instant: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_char((${instant}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
