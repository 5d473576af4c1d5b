import { sql, type RawBuilder } from 'kysely';
import { movedDay, movedInstant, type Direction, type StoredCalendar } from '../calendar/count-time-sql.js';
import type { Period } from '../definition/period.js';
import type { AnchorKind } from '../definition/triggers/elapsed.js';
import type { OrgPlace } from '../expressions/record-place.js';

/** How far a line lies from its anchor. */
export interface Distance {
  readonly period: Period;
  readonly direction: Direction;
  /** Only its days and hours count. */
  readonly calendar?: StoredCalendar;
}

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
  /** The instant from which an anchor that is set has come too late to fire: of a line before it, when it is past itself. */
  tooLateAt?(anchor: RawBuilder<unknown>): RawBuilder<unknown>;
  /** What makes the run unique, and what the line is called: the day or instant that is reached. */
  occasion(anchor: RawBuilder<unknown>): RawBuilder<unknown>;
  /** The same as `YYYY-MM-DD` in the org's time zone, to sort and count firings by. */
  dueDay(anchor: RawBuilder<unknown>): RawBuilder<unknown>;
  /** The kept anchor as the API writes it. */
  write(anchor: RawBuilder<unknown>): RawBuilder<unknown>;
}

/** All arithmetic is PostgreSQL's, in the time zone of the calendar or the org; simulation and operation share it. */
export function lineOf(kind: AnchorKind, distance: Distance, timeZone: string): Line {
  return lines[kind](distance, sql`${distance.calendar?.timeZone ?? timeZone}::text`);
}

/**
 * The instant a period after another. On the org's own days, three days later is the same time of day, whatever daylight
 * saving did; by a business calendar only its days and hours count.
 */
export function afterInstant(instant: RawBuilder<unknown>, period: Period, { timeZone }: Pick<OrgPlace, 'timeZone'>, calendar?: StoredCalendar): RawBuilder<unknown> {
  return moveInstant(instant, { period, direction: 'after', ...(calendar && { calendar }) }, sql`${timeZone}::text`);
}

type MakeLine = (distance: Distance, zone: RawBuilder<unknown>) => Line;

const lines: Readonly<Record<AnchorKind, MakeLine>> = {
  // A date counts as its whole day. An order on the very day that the line is reached is still in time, so a line after
  // a date is crossed when that day has ended; a line before one is there for the day it names, so it is crossed when
  // that day begins. It is called by that day.
  date(distance, zone) {
    const day = (anchor: RawBuilder<unknown>) => moveDay(anchor, distance);
    const endOf = (date: RawBuilder<unknown>) => sql`((${date} + 1)::timestamp at time zone ${zone})`;
    const isAfter = distance.direction === 'after';
    return {
      keep: (column) => sql`((${column})::timestamp at time zone 'UTC')`,
      dueAt: (anchor) => (isAfter ? endOf(day(anchor)) : sql`(${day(anchor)}::timestamp at time zone ${zone})`),
      lastInTime: (anchor) => sql`(${day(anchor)}::timestamp at time zone 'UTC')`,
      ...(!isAfter && { tooLateAt: (anchor: RawBuilder<unknown>) => endOf(dateOf(anchor)) }),
      occasion: (anchor) => sql`to_char(${day(anchor)}, 'YYYY-MM-DD')`,
      dueDay: (anchor) => sql`to_char(${day(anchor)}, 'YYYY-MM-DD')`,
      write: (anchor) => sql`to_char((${anchor}) at time zone 'UTC', 'YYYY-MM-DD')`,
    };
  },

  dateTime(distance, zone) {
    const instant = (anchor: RawBuilder<unknown>) => moveInstant(anchor, distance, zone);
    return {
      keep: (column) => sql`(${column})`,
      dueAt: instant,
      lastInTime: instant,
      ...(distance.direction === 'before' && { tooLateAt: (anchor: RawBuilder<unknown>) => anchor }),
      occasion: (anchor) => writeInstant(instant(anchor)),
      dueDay: (anchor) => sql`to_char(${instant(anchor)} at time zone ${zone}, 'YYYY-MM-DD')`,
      write: writeInstant,
    };
  },
};

function moveDay(anchor: RawBuilder<unknown>, { period, direction, calendar }: Distance): RawBuilder<unknown> {
  if (calendar) return movedDay(dateOf(anchor), period.days, direction, calendar);
  return sql`(((${anchor}) at time zone 'UTC') ${signs[direction]} ${interval(period)})::date`;
}

/** Counted on the calendar of the zone: 30 days later is the same time of day, whatever daylight saving did in between. */
function moveInstant(anchor: RawBuilder<unknown>, { period, direction, calendar }: Distance, zone: RawBuilder<unknown>): RawBuilder<unknown> {
  if (calendar) return movedInstant(anchor, { days: period.days, minutes: period.hours * 60 + period.minutes }, direction, calendar);
  return sql`((((${anchor}) at time zone ${zone}) ${signs[direction]} ${interval(period)}) at time zone ${zone})`;
}

const signs: Readonly<Record<Direction, RawBuilder<unknown>>> = { after: sql`+`, before: sql`-` };

function dateOf(anchor: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`((${anchor}) at time zone 'UTC')::date`;
}

function interval({ years, months, weeks, days, hours, minutes }: Period): RawBuilder<unknown> {
  return sql`make_interval(${years}::int, ${months}::int, ${weeks}::int, ${days}::int, ${hours}::int, ${minutes}::int)`;
}

function writeInstant(instant: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_char((${instant}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
