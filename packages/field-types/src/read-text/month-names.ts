import { oncePerLocale } from './once-per-locale.js';

/** The number of a month by its local or English name, long or short, with or without a full stop; 0 when it is none. */
export function readMonthName(name: string, locale: string): number {
  const wanted = plainName(name);
  return monthsIn(locale).get(wanted) ?? monthsIn('en').get(wanted) ?? 0;
}

const monthsIn = oncePerLocale((locale): ReadonlyMap<string, number> => {
  const months = new Map([['sept', 9]]);
  for (const style of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(locale, { calendar: 'gregory', month: style, day: 'numeric', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) {
      const part = format.formatToParts(Date.UTC(2024, month - 1, 15)).find(({ type }) => type === 'month');
      if (part) months.set(plainName(part.value), month);
    }
  }
  return months;
});

function plainName(name: string): string {
  return name.replace(/\.$/, '').toLowerCase();
}
