/** Days are counted from 0001-01-01 (0) to 9999-12-31, in the Gregorian calendar throughout, as PostgreSQL does. */
export const lastDay = 3_652_058;
const daysBefore1970 = 719_162;
const millisecondsPerDay = 86_400_000;

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day number, or null where there is no such date (30 February) or it lies outside the years 1 to 9999. */
export function dayFromDate({ year, month, day }: CalendarDate): number | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return Math.round(utcMidnight(year, month, day) / millisecondsPerDay) + daysBefore1970;
}

export function dateFromDay(day: number): CalendarDate {
  const date = new Date((day - daysBefore1970) * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(utcMidnight(year, month + 1, 0)).getUTCDate();
}

/** 1 is Sunday, 7 is Saturday. 0001-01-01 was a Monday. */
export function weekdayOf(day: number): number {
  return ((day + 1) % 7) + 1;
}

/** ISO 8601: a week begins on Monday and belongs to the year that has its Thursday. */
export function isoWeekOf(day: number): { readonly year: number; readonly week: number } {
  const thursday = day - (day % 7) + 3;
  const { year } = dateFromDay(thursday);
  const first = dayFromDate({ year, month: 1, day: 1 }) ?? 0;
  return { year, week: Math.floor((thursday - first) / 7) + 1 };
}

/** A day number in the calendar's range, or null. */
export function settleDay(day: number): number | null {
  return day >= 0 && day <= lastDay ? day : null;
}

/** 'YYYY-MM-DD' (a time behind it is left out) to a day number; anything else is null. */
export function readDate(value: unknown): number | null {
  const found = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(value) : null;
  return found === null ? null : dayFromDate({ year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) });
}

export function writeDate(day: number): string {
  const date = dateFromDay(day);
  const [month, dayOfMonth] = [date.month, date.day].map((part) => String(part).padStart(2, '0'));
  return `${String(date.year).padStart(4, '0')}-${month}-${dayOfMonth}`;
}

export function midnightOf(day: number): number {
  return (day - daysBefore1970) * millisecondsPerDay;
}

export function dayOfMilliseconds(milliseconds: number): number {
  return Math.floor(milliseconds / millisecondsPerDay) + daysBefore1970;
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999; this does not. */
function utcMidnight(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
