/** A schedule that people say in one breath; `hour` and `minute` as numbers, days of the week 0 (Sunday) to 6. */
export type CronPattern =
  | { readonly every: 'hour'; readonly minute: number }
  | { readonly every: 'day'; readonly hour: number; readonly minute: number }
  | { readonly every: 'week'; readonly days: readonly number[]; readonly hour: number; readonly minute: number }
  | { readonly every: 'month'; readonly day: number; readonly hour: number; readonly minute: number };

/** Undefined where the five fields say more than a pattern can. */
export function readCronPattern(cron: string): CronPattern | undefined {
  const [minuteText = '', hourText = '', dayText = '', month = '', weekText = '', ...rest] = cron.trim().split(/\s+/);
  const minute = readNumber(minuteText, 0, 59);
  if (rest.length > 0 || month !== '*' || minute === undefined) return undefined;
  if (hourText === '*') return dayText === '*' && weekText === '*' ? { every: 'hour', minute } : undefined;
  const hour = readNumber(hourText, 0, 23);
  if (hour === undefined) return undefined;
  if (dayText !== '*') {
    const day = readNumber(dayText, 1, 31);
    return day === undefined || weekText !== '*' ? undefined : { every: 'month', day, hour, minute };
  }
  if (weekText === '*') return { every: 'day', hour, minute };
  const days = readDays(weekText);
  return days && { every: 'week', days, hour, minute };
}

export function writeCronPattern(pattern: CronPattern): string {
  if (pattern.every === 'hour') return `${pattern.minute} * * * *`;
  const time = `${pattern.minute} ${pattern.hour}`;
  if (pattern.every === 'day') return `${time} * * *`;
  if (pattern.every === 'month') return `${time} ${pattern.day} * *`;
  return `${time} * * ${isWorkdays(pattern.days) ? '1-5' : [...pattern.days].sort((one, other) => one - other).join(',')}`;
}

export function isWorkdays(days: readonly number[]): boolean {
  return days.length === 5 && [1, 2, 3, 4, 5].every((day) => days.includes(day));
}

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** `1-5`, `1,3,5`, `MON-FRI`; 7 is Sunday too. */
function readDays(text: string): readonly number[] | undefined {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [from, to, ...rest] = part.split('-').map(readDay);
    if (from === undefined || rest.length > 0 || (part.includes('-') && to === undefined)) return undefined;
    for (let day = from; day <= (to ?? from); day += 1) found.add(day % 7);
  }
  return found.size > 0 ? [...found].sort((one, other) => one - other) : undefined;
}

function readDay(text: string): number | undefined {
  const named = names.indexOf(text.toLowerCase());
  return named >= 0 ? named : readNumber(text, 0, 7);
}

function readNumber(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
