import { dayOfMilliseconds, midnightOf } from './calendar.js';
import { microsecondsPerDay, millisecondsOf, settleInstant, type Instant } from './instants.js';
import type { TimeOfDay } from './times.js';

/** The calendar day it is at `instant` on the clocks of `timeZone`. */
export function localDay(instant: Instant, timeZone: string): number {
  const milliseconds = millisecondsOf(instant);
  return dayOfMilliseconds(milliseconds + offsetAt(milliseconds, timeZone));
}

/** The time of the day it is at `instant` on the clocks of `timeZone`. */
export function localTime(instant: Instant, timeZone: string): TimeOfDay {
  const local = instant + BigInt(offsetAt(millisecondsOf(instant), timeZone)) * 1000n;
  return Number(((local % microsecondsPerDay) + microsecondsPerDay) % microsecondsPerDay);
}

/**
 * The instant a day begins in `timeZone`. Where clocks jump over midnight or pass it twice, PostgreSQL's choice is
 * taken: of two offsets the smaller one, that is the time before a jump forward and after a step back.
 */
export function startOfDay(day: number, timeZone: string): Instant | null {
  return settleInstant(BigInt(instantOfLocal(midnightOf(day), timeZone)) * 1000n);
}

/**
 * The instant, in milliseconds, at which clocks of `timeZone` show a wall-clock time, itself written as milliseconds as if
 * it were UTC. A time that is shown never or twice is settled as `startOfDay` says. Throws a RangeError on an unknown zone.
 */
export function instantOfLocal(local: number, timeZone: string): number {
  const [before, after] = [offsetAt(local - 86_400_000, timeZone), offsetAt(local + 86_400_000, timeZone)];
  const fitting = [before, after].filter((offset) => offsetAt(local - offset, timeZone) === offset);
  const offset = fitting.length === 1 && fitting[0] !== undefined ? fitting[0] : Math.min(before, after);
  return local - offset;
}

/** What clocks of `timeZone` show at an instant, both in milliseconds; the answer as if it were UTC. */
export function localOfInstant(instant: number, timeZone: string): number {
  return instant + offsetAt(instant, timeZone);
}

const offsets = new Map<string, number>();

/** Milliseconds the clocks of `timeZone` are ahead of UTC. Throws a RangeError on an unknown zone. */
function offsetAt(milliseconds: number, timeZone: string): number {
  const key = `${timeZone} ${milliseconds}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size > 2_000) offsets.clear();
  const offset = findOffset(milliseconds, timeZone);
  offsets.set(key, offset);
  return offset;
}

function findOffset(milliseconds: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(milliseconds)) parts[type] = Number(value);
  const { year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const local = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
  return local - Math.floor(milliseconds / 1000) * 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times more than using it. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
