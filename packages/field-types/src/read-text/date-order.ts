import { oncePerLocale } from './once-per-locale.js';

export type DatePart = 'day' | 'month' | 'year';

/** In which order a locale writes the numbers of a date: en-US month, day, year; de day, month, year; zh year, month, day. */
export const dateOrder = oncePerLocale((locale): readonly DatePart[] => {
  const format = new Intl.DateTimeFormat(locale, { calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' });
  return format.formatToParts(0).flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));
});
