import { instantOfLocal, localOfInstant } from '@guanxi/formula';
import { readCron, type Cron } from '../definition/cron.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** The 29th of February comes at most eight years later. */
const FURTHEST = 366 * 9;

/**
 * When a schedule is due next after an instant, in a time zone; undefined where it never is. Of times that clocks jump over none is missed: they come that much later. Of times that clocks show twice none
 * is doubled: they come the second time; only a schedule of every hour goes on through both, as time really does.
 */
export function nextTime(cron: string, timeZone: string, after: Date): Date | undefined {
  const schedule = readCron(cron);
  const local = localOfInstant(after.getTime(), timeZone);
  // Times of the day before may have been moved over midnight.
  const first = Math.floor(local / DAY) * DAY - DAY;
  for (let midnight = first; midnight <= first + FURTHEST * DAY; midnight += DAY) {
    if (!isOn(midnight, schedule)) continue;
    const next = timesOf(midnight, schedule, timeZone).find((time) => time > after.getTime());
    if (next !== undefined) return new Date(next);
  }
  return undefined;
}

/** The next times of a schedule, at most `count`, as ISO-8601. */
export function nextCronTimes(cron: string, timeZone: string, after: Date, count: number): readonly string[] {
  const times: string[] = [];
  for (let next = nextTime(cron, timeZone, after); next && times.length < count; next = nextTime(cron, timeZone, next)) times.push(next.toISOString());
  return times;
}

function isOn(midnight: number, { months, isOn: isOnDay }: Cron): boolean {
  const date = new Date(midnight);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return months.has(date.getUTCMonth() + 1) && isOnDay({ dayOfMonth: date.getUTCDate(), dayOfWeek: date.getUTCDay(), lastOfMonth });
}

/** The instants of one day, in their order. */
function timesOf(midnight: number, schedule: Cron, timeZone: string): readonly number[] {
  return schedule.everyHour ? timesAsTheyPass(midnight, schedule, timeZone) : timesOnTheWall(midnight, schedule, timeZone);
}

function timesOnTheWall(midnight: number, { hours, minutes }: Cron, timeZone: string): readonly number[] {
  const times = hours.flatMap((hour) => minutes.map((minute) => instantOfLocal(midnight + (hour * 60 + minute) * MINUTE, timeZone)));
  return [...new Set(times)].sort((one, other) => one - other);
}

/** By the minutes that clocks really show, each as often as they do. Offsets are whole minutes, and change at one. */
function timesAsTheyPass(midnight: number, { minutes }: Cron, timeZone: string): readonly number[] {
  const [begins, ends] = [instantOfLocal(midnight, timeZone), instantOfLocal(midnight + DAY, timeZone)];
  const wanted = new Set(minutes);
  const times: number[] = [];
  for (let quarter = begins; quarter < ends; quarter += 15 * MINUTE) {
    const shown = localOfInstant(quarter, timeZone) / MINUTE;
    for (let minute = 0; minute < 15; minute += 1) if (wanted.has((((shown + minute) % 60) + 60) % 60)) times.push(quarter + minute * MINUTE);
  }
  return times;
}
