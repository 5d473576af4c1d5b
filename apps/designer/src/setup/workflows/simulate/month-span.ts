import type { Span } from '../automation-queries.js';

/** The days of a month (YYYY-MM) that lie between two days. */
export function monthSpan(month: string, from: string, to: string): Span {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  const first = `${month}-01`;
  return { from: first > from ? first : from, to: last < to ? last : to };
}

/** "Feb 1997" in the reader's language. */
export function monthLabel(month: string, locale: string, style: 'short' | 'narrow' = 'short'): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  const options: Intl.DateTimeFormatOptions = style === 'narrow' ? { month: 'short' } : { year: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date);
}
