import type { Choice } from '../../ui/index.js';

const made = new Map<string, readonly Choice[]>();

/** Every zone that the browser knows, with what its clocks are ahead of or behind those of Greenwich today. */
export function timeZoneChoices(locale: string): readonly Choice[] {
  const known = made.get(locale);
  if (known) return known;
  const now = new Date();
  const choices = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' '), description: offsetOf(zone, locale, now) }));
  made.set(locale, choices);
  return choices;
}

function offsetOf(timeZone: string, locale: string, now: Date): string {
  return new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
