import { instantOfLocal, localOfInstant } from '@guanxi/formula';
import { dayAfter, isBusinessDay, spansOn, type OpenSpan, type WorkCalendar } from './work-calendar.js';

const DAY = 86_400_000;

/** No calendar is closed for longer than this in a row; time that would pass beyond it never passes. */
const LONGEST_CLOSED = 3_700;

/** A length of open time: business days, then open milliseconds. */
export interface OpenTime {
  readonly days: number;
  readonly milliseconds: number;
}

/**
 * The n-th business day after a date; the date itself for none. A free day counts as the business day before it: one day
 * after a Saturday is the Monday. Undefined where the calendar has no day so far ahead.
 */
export function addBusinessDays(date: string, days: number, calendar: WorkCalendar): string | undefined {
  return stepDays(date, days, 1, calendar);
}

/** The n-th business day before a date, as in a mirror: one day before a Sunday is the Friday. */
export function subtractBusinessDays(date: string, days: number, calendar: WorkCalendar): string | undefined {
  return stepDays(date, days, -1, calendar);
}

function stepDays(date: string, days: number, step: 1 | -1, calendar: WorkCalendar): string | undefined {
  let [at, left, closed] = [date, days, 0];
  while (left > 0) {
    at = dayAfter(at, step);
    closed += 1;
    if (!isBusinessDay(at, calendar)) {
      if (closed > LONGEST_CLOSED) return undefined;
      continue;
    }
    left -= 1;
    closed = 0;
  }
  return at;
}

/**
 * The instant at which so much open time has passed, the earliest there is: eight hours after Monday nine o'clock in an
 * office from nine to five is Monday five o'clock. Days come first and keep the time of day. Instants in milliseconds.
 */
export function addOpenTime(instant: number, { days, milliseconds }: OpenTime, calendar: WorkCalendar): number | undefined {
  const moved = moveDays(instant, days, 1, calendar);
  return moved === undefined ? undefined : addMilliseconds(moved, milliseconds, calendar);
}

/** The instant from which so much open time is left, the latest there is. */
export function subtractOpenTime(instant: number, { days, milliseconds }: OpenTime, calendar: WorkCalendar): number | undefined {
  const moved = moveDays(instant, days, -1, calendar);
  return moved === undefined ? undefined : subtractMilliseconds(moved, milliseconds, calendar);
}

/** How much of the time between two instants is open, in milliseconds; negative where the second is the earlier one. */
export function openBetween(from: number, to: number, calendar: WorkCalendar): number {
  if (to < from) return 0 - openBetween(to, from, calendar);
  let open = 0;
  const last = localDate(to, calendar);
  for (let date = dayAfter(localDate(from, calendar), -1); date <= dayAfter(last); date = dayAfter(date)) {
    for (const { startsAt, endsAt } of spansOn(date, calendar)) open += Math.max(Math.min(endsAt, to) - Math.max(startsAt, from), 0);
  }
  return open;
}

function moveDays(instant: number, days: number, step: 1 | -1, calendar: WorkCalendar): number | undefined {
  if (days === 0) return instant;
  const local = localOfInstant(instant, calendar.timeZone);
  const timeOfDay = ((local % DAY) + DAY) % DAY;
  const day = stepDays(localDate(instant, calendar), days, step, calendar);
  return day === undefined ? undefined : instantOfLocal(Date.parse(`${day}T00:00:00Z`) + timeOfDay, calendar.timeZone);
}

function addMilliseconds(instant: number, length: number, calendar: WorkCalendar): number | undefined {
  let left = length;
  if (left === 0) return instant;
  for (const span of walk(instant, 1, calendar)) {
    const start = Math.max(span.startsAt, instant);
    const open = Math.max(span.endsAt - start, 0);
    if (open >= left) return start + left;
    left -= open;
  }
  return undefined;
}

function subtractMilliseconds(instant: number, length: number, calendar: WorkCalendar): number | undefined {
  let left = length;
  if (left === 0) return instant;
  for (const span of walk(instant, -1, calendar)) {
    const end = Math.min(span.endsAt, instant);
    const open = Math.max(end - span.startsAt, 0);
    if (open >= left) return end - left;
    left -= open;
  }
  return undefined;
}

/** Spans from about an instant on, in one direction, until nothing opens any more. */
function* walk(instant: number, step: 1 | -1, calendar: WorkCalendar): Generator<OpenSpan> {
  let closed = 0;
  for (let date = dayAfter(localDate(instant, calendar), -step); closed <= LONGEST_CLOSED; date = dayAfter(date, step)) {
    const spans = spansOn(date, calendar);
    closed = spans.length === 0 ? closed + 1 : 0;
    yield* step === 1 ? spans : [...spans].reverse();
  }
}

function localDate(instant: number, { timeZone }: WorkCalendar): string {
  return new Date(localOfInstant(instant, timeZone)).toISOString().slice(0, 10);
}
