import { weekdays, type Weekday } from '@guanxi/metadata';

/** The first of January 2024 was a Monday. */
export function weekdayName(day: Weekday, locale: string, length: 'long' | 'narrow' = 'long'): string {
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + weekdays.indexOf(day)));
}

export function weekdayOf(date: string): Weekday {
  return weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
}
