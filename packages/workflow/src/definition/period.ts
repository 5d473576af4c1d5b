import type { Fault } from '@guanxi/metadata';

/** A span of the calendar. Parts are whole and not negative; a month is a month, however many days it has. */
export interface Period {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

export type PeriodUnit = keyof Period;

export const periodUnits: readonly PeriodUnit[] = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'];

const form = /^P(?=\d|T\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,8})M)?)?$/;

/** Reads an ISO 8601 duration such as `P30D` or `P1M` or `PT12H`; undefined where it is none, or is longer than 100 years. */
export function parsePeriod(text: string): Period | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const [years, months, weeks, days, hours, minutes] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number, number];
  const approximateDays = years * 366 + months * 31 + weeks * 7 + days + hours / 24 + minutes / 1440;
  if (approximateDays > 36_600) return undefined;
  return { years, months, weeks, days, hours, minutes };
}

/** The shortest ISO 8601 text; a period of no length is `P0D`. */
export function writePeriod(period: Period): string {
  const write = (units: readonly [PeriodUnit, string][]): string =>
    units.map(([unit, letter]) => (period[unit] > 0 ? `${period[unit]}${letter}` : '')).join('');
  const days = write([['years', 'Y'], ['months', 'M'], ['weeks', 'W'], ['days', 'D']]);
  const time = write([['hours', 'H'], ['minutes', 'M']]);
  return days || time ? `P${days}${time && `T${time}`}` : 'P0D';
}

/** True where the period has hours or minutes, which a calendar day cannot be moved by. */
export function hasTimeOfDay(period: Period): boolean {
  return period.hours > 0 || period.minutes > 0;
}

/** What keeps a period from being counted by a business calendar, whose days and hours are of no month or week. */
export function checkCalendarPeriod({ years, months, weeks }: Period): Fault | undefined {
  if (years + months + weeks === 0) return undefined;
  return { code: 'period.calendar', message: 'By a business calendar, time is counted in days, hours and minutes.', hint: 'Write P10D for ten business days, or PT8H for eight open hours.' };
}

/** For people, in their language: "30 days", "1 month and 2 days", "30 天". */
export function describePeriod(period: Period, locale = 'en'): string {
  const parts = periodUnits
    .filter((unit) => period[unit] > 0)
    .map((unit) => new Intl.NumberFormat(locale, { style: 'unit', unit: unit.slice(0, -1), unitDisplay: 'long' }).format(period[unit]));
  if (parts.length === 0) return new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(0);
  return new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }).format(parts);
}
