import { nextTime } from '@guanxi/workflow';
import type { Org } from '../orgs/org.js';

/** At night, when nobody works with what goes. */
const DAILY = '0 3 * * *';

export function nextRun({ timeZone }: Org, now: Date): Date {
  const next = nextTime(DAILY, timeZone, now);
  if (!next) throw new Error('Every day has a night.');
  return next;
}

/** YYYY-MM-DD by the org's calendar. */
export function today({ timeZone }: Org, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}
