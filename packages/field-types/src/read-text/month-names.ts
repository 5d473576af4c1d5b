/** The number of a month by its English or local name, long or short, with or without a full stop; 0 when it is none. */
export function readMonthName(name: string, locale: string): number {
  const wanted = plainName(name);
  for (const language of [locale, 'en']) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { calendar: 'gregory', month: style, day: 'numeric', timeZone: 'UTC' });
      for (let month = 0; month < 12; month += 1) {
        const part = format.formatToParts(Date.UTC(2024, month, 15)).find(({ type }) => type === 'month');
        if (part && plainName(part.value) === wanted) return month + 1;
      }
    }
  }
  return wanted === 'sept' ? 9 : 0;
}

function plainName(name: string): string {
  return name.replace(/\.$/, '').toLowerCase();
}
