import { addOpenTime, openBetween } from '../calendar/count-time.js';
import type { WorkCalendar } from '../calendar/work-calendar.js';
import type { Period } from '../definition/period.js';

/** When a milestone warns and is due. Instants in milliseconds. */
export interface MilestoneTimes {
  readonly warnAt: number | null;
  readonly dueAt: number;
}

/** Counts a target in open time; undefined where the calendar never opens for so long. Its period has no months or years. */
export function openTimes(since: number, target: Period, { calendar, warnAt }: { readonly calendar: WorkCalendar; readonly warnAt?: number }): MilestoneTimes | undefined {
  const dueAt = addOpenTime(since, { days: target.weeks * 7 + target.days, milliseconds: (target.hours * 60 + target.minutes) * 60_000 }, calendar);
  if (dueAt === undefined) return undefined;
  const warned = warnAt === undefined ? undefined : addOpenTime(since, { days: 0, milliseconds: part(openBetween(since, dueAt, calendar), warnAt) }, calendar);
  return { dueAt, warnAt: warned ?? null };
}

/** The same for a target in plain time that is due at `dueAt`. */
export function plainTimes(since: number, dueAt: number, warnAt?: number): MilestoneTimes {
  return { dueAt, warnAt: warnAt === undefined ? null : since + part(dueAt - since, warnAt) };
}

/** Milliseconds of the clock's time that are left; negative where it is due. Without a calendar all time counts. */
export function timeLeft(now: number, until: number, calendar: WorkCalendar | undefined): number {
  return calendar ? openBetween(now, until, calendar) : until - now;
}

/** The instant at which so much of the clock's time has passed. */
export function timeAfter(now: number, milliseconds: number, calendar: WorkCalendar | undefined): number {
  return (calendar && addOpenTime(now, { days: 0, milliseconds }, calendar)) ?? now + milliseconds;
}

function part(length: number, percent: number): number {
  return Math.floor((length * percent) / 100);
}
