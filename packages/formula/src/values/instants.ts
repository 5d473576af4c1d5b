import { Numeric, readNumber } from './decimals.js';
import { lastDay, midnightOf, readDate, writeDate, dayOfMilliseconds } from './calendar.js';

/** Instants are microseconds since 1970, the grain of PostgreSQL's timestamptz. */
export type Instant = bigint;

export const microsecondsPerDay = 86_400_000_000n;
const first = BigInt(midnightOf(0)) * 1000n;
const last = BigInt(midnightOf(lastDay + 1)) * 1000n - 1n;

/** An instant inside the years 1 to 9999 of UTC, or null. */
export function settleInstant(instant: Instant): Instant | null {
  return instant >= first && instant <= last ? instant : null;
}

/** Days may have fractions; they are rounded to the microsecond, halves away from zero. */
export function addDays(instant: Instant, days: Numeric): Instant | null {
  const shift = days.times(microsecondsPerDay.toString()).toDecimalPlaces(0);
  if (shift.abs().gt('1e18')) return null;
  return settleInstant(instant + BigInt(shift.toFixed(0)));
}

export function daysBetween(later: Instant, earlier: Instant): Numeric {
  return new Numeric((later - earlier).toString()).dividedBy(microsecondsPerDay.toString());
}

/** ISO-8601 with or without seconds, fraction and offset (none means UTC); anything else is null. */
export function readInstant(value: unknown): Instant | null {
  if (typeof value !== 'string') return null;
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[-+]\d\d(?::?\d\d)?)?$/i.exec(value);
  if (found === null) return null;
  const [, date = '', hour = '', minute = '', second = '0', fraction = '', offset = 'Z'] = found;
  const day = readDate(date);
  if (day === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const seconds = (Number(hour) * 60 + Number(minute) - minutesOf(offset)) * 60 + Number(second);
  return settleInstant(BigInt(midnightOf(day) + seconds * 1000) * 1000n + BigInt(fraction.padEnd(6, '0').slice(0, 6)));
}

/** Milliseconds always, microseconds only where there are some: "2026-03-01T08:30:00.000Z". */
export function writeInstant(instant: Instant): string {
  const milliseconds = millisecondsOf(instant);
  const microseconds = Number(instant - BigInt(milliseconds) * 1000n);
  const time = new Date(milliseconds).toISOString().slice(-13, -1);
  const grain = microseconds === 0 ? '' : String(microseconds).padStart(3, '0');
  return `${writeDate(dayOfMilliseconds(milliseconds))}T${time}${grain}Z`;
}

/** Rounded down, before 1970 too. */
export function millisecondsOf(instant: Instant): number {
  return Number((instant - (((instant % 1000n) + 1000n) % 1000n)) / 1000n);
}

function minutesOf(offset: string): number {
  if (offset === 'Z' || offset === 'z') return 0;
  const digits = offset.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + (readNumber(digits.slice(2))?.toNumber() ?? 0);
  return offset.startsWith('-') ? -minutes : minutes;
}
