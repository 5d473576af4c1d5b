/** What clocks of a time zone show at an instant, written as if it were UTC: `2026-03-14T17:30:00.000Z`. */
export function wallTime(instant: string, timeZone: string): string {
  const date = new Date(instant);
  const parts = Object.fromEntries(formatFor(timeZone).formatToParts(date).map(({ type, value }) => [type, value]));
  const year = (parts['year'] ?? '').padStart(4, '0');
  return `${year}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}.${instant.match(/\.(\d{3})/)?.[1] ?? '000'}Z`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}
