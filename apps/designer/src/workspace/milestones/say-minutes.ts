const DAY = 1_440;
const HOUR = 60;

/** A length of time in its two largest units: "3 hr 20 min". Days only where all time counts, since a day of a calendar is shorter. */
export function sayMinutes(minutes: number, locale: string, { hasDays }: { readonly hasDays: boolean }): string {
  const whole = Math.abs(minutes);
  const days = hasDays ? Math.floor(whole / DAY) : 0;
  const hours = Math.floor((whole - days * DAY) / HOUR);
  const parts = [[days, 'day'], [hours, 'hour'], [whole - days * DAY - hours * HOUR, 'minute']] as const;
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return write(0, 'minute', locale);
  return parts.slice(first, first + 2).filter(([count]) => count > 0).map(([count, unit]) => write(count, unit, locale)).join(' ');
}

function write(count: number, unit: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}
