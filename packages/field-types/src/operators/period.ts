import { type CalendarDate, parseAbsolute, parseDate, startOfMonth, startOfWeek, startOfYear, toCalendarDate, toZoned } from '@internationalized/date';
import type { Moment } from './operator.js';

/** A length in whole calendar units; exactly one of them. */
export type PeriodSpan =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly quarters: number }
  | { readonly years: number };

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/**
 * `last` ends with today and `next` begins with it: both hold today. `this`, `previous` and `following` are whole units of
 * the calendar: yesterday is the previous day. Weeks begin on Monday.
 */
export type Period =
  | { readonly last: PeriodSpan }
  | { readonly next: PeriodSpan }
  | { readonly this: PeriodUnit }
  | { readonly previous: PeriodUnit }
  | { readonly following: PeriodUnit };

/** The days of a period as [from, to), 'YYYY-MM-DD' each: last 30 days on 31 March is 2 March to 1 April (not included). */
export function periodDays(period: Period, moment: Moment): { readonly from: string; readonly to: string } {
  const today = toCalendarDate(parseAbsolute(moment.now, moment.timeZone));
  const [from, to] = boundsOf(period, today);
  return { from: from.toString(), to: to.toString() };
}

/** The first instant of a day in a time zone, ISO-8601 UTC. A day may begin later than 00:00 where clocks are put forward. */
export function startOfDay(day: string, timeZone: string): string {
  return toZoned(parseDate(day), timeZone).toAbsoluteString();
}

function boundsOf(period: Period, today: CalendarDate): [CalendarDate, CalendarDate] {
  const tomorrow = today.add({ days: 1 });
  if ('last' in period) return [tomorrow.subtract(inMonths(period.last)), tomorrow];
  if ('next' in period) return [today, today.add(inMonths(period.next))];
  const unit = 'this' in period ? period.this : 'previous' in period ? period.previous : period.following;
  const from = startOf[unit](today);
  const to = from.add(lengthOf[unit]);
  if ('previous' in period) return [from.subtract(lengthOf[unit]), from];
  return 'following' in period ? [to, to.add(lengthOf[unit])] : [from, to];
}

function inMonths(span: PeriodSpan): Exclude<PeriodSpan, { quarters: number }> {
  return 'quarters' in span ? { months: 3 * span.quarters } : span;
}

const startOf: Record<PeriodUnit, (day: CalendarDate) => CalendarDate> = {
  day: (day) => day,
  week: (day) => startOfWeek(day, 'en-GB', 'mon'),
  month: startOfMonth,
  quarter: (day) => day.set({ month: day.month - ((day.month - 1) % 3), day: 1 }),
  year: startOfYear,
};

const lengthOf: Record<PeriodUnit, { days?: number; months?: number; years?: number }> = {
  day: { days: 1 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
};
