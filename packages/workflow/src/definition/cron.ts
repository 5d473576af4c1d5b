import { CronExpressionParser } from 'cron-parser';

/** What is wrong with a schedule of five fields; undefined where nothing is. */
export function checkCron(cron: string): string | undefined {
  const fields = cron.trim().split(/\s+/).length;
  if (fields !== 5) return `it has ${fields} fields instead of five.`;
  try {
    CronExpressionParser.parse(cron);
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.message}.` : 'it cannot be read.';
  }
}

/** The next moments at which a schedule that passed `checkCron` comes due in a time zone, as instants in UTC. */
export function nextCronTimes(cron: string, timeZone: string, from: Date, count: number): readonly string[] {
  return CronExpressionParser.parse(cron, { tz: timeZone, currentDate: from }).take(count).flatMap((time) => time.toISOString() ?? []);
}
