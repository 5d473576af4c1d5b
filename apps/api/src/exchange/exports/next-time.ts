import { CronExpressionParser } from 'cron-parser';

/** When a schedule is due next after an instant: five fields of the calendar, in a time zone. Undefined for a text that is no such schedule. */
export function nextTime(cron: string, timeZone: string, after: Date): Date | undefined {
  if (cron.trim().split(/\s+/).length !== 5) return undefined;
  try {
    return CronExpressionParser.parse(cron, { currentDate: after, tz: timeZone }).next().toDate();
  } catch {
    return undefined;
  }
}
