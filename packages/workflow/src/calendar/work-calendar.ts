import type { BusinessCalendarDocument, OpenHours, Weekday } from '@guanxi/metadata';
import { instantOfLocal } from '@guanxi/formula';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A business calendar, read: what decides when it is open, and nothing else. */
export interface WorkCalendar {
  /** IANA name: its own, or the org's. */
  readonly timeZone: string;
  readonly week: BusinessCalendarDocument['week'];
  /** Hours by date; none is a free day. */
  readonly exceptions: ReadonlyMap<string, readonly OpenHours[]>;
}

/** A time that is open without a break. Instants in milliseconds; `date` is the day it belongs to. */
export interface OpenSpan {
  readonly date: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

export function readCalendar({ timeZone, week, holidays = [] }: BusinessCalendarDocument, orgTimeZone: string): WorkCalendar {
  return { timeZone: timeZone ?? orgTimeZone, week, exceptions: new Map(holidays.map(({ date, hours = [] }) => [date, hours])) };
}

/**
 * The open spans of one day, in their order. On a day that clocks change they are as long as they really are; hours that
 * clocks jump over are not there.
 */
export function spansOn(date: string, { timeZone, week, exceptions }: WorkCalendar): readonly OpenSpan[] {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const hours = exceptions.get(date) ?? week[weekdayOf(midnight)] ?? [];
  let until = -Infinity;
  return hours.flatMap(({ from, to }) => {
    const startsAt = Math.max(instantOfLocal(midnight + minutesOf(from) * MINUTE, timeZone), until);
    const endsAt = instantOfLocal(midnight + minutesOf(to) * MINUTE, timeZone);
    until = Math.max(until, endsAt);
    return endsAt > startsAt ? [{ date, startsAt, endsAt }] : [];
  });
}

/** Of the days from `from` up to `to`, both included. */
export function spansBetween(from: string, to: string, calendar: WorkCalendar): readonly OpenSpan[] {
  const spans: OpenSpan[] = [];
  for (let date = from; date <= to; date = dayAfter(date)) spans.push(...spansOn(date, calendar));
  return spans;
}

export function isBusinessDay(date: string, calendar: WorkCalendar): boolean {
  return spansOn(date, calendar).length > 0;
}

export function dayAfter(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

const names: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function weekdayOf(midnight: number): Weekday {
  return names[new Date(midnight).getUTCDay()] ?? 'sunday';
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
