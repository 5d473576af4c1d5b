import { CronExpressionParser } from 'cron-parser';

/** A schedule of five fields, read. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  /** The schedule says every hour: it goes by the time that really passes. */
  readonly everyHour: boolean;
  readonly months: ReadonlySet<number>;
  /** Whether the schedule is for a day of the calendar. */
  isOn(day: CronDay): boolean;
}

export interface CronDay {
  readonly dayOfMonth: number;
  /** 0 is Sunday. */
  readonly dayOfWeek: number;
  readonly lastOfMonth: number;
}

/** What is wrong with a schedule of five fields; undefined where nothing is. */
export function checkCron(cron: string): string | undefined {
  const fields = cron.trim().split(/\s+/);
  if (fields.length !== 5) return `it has ${fields.length} fields instead of five.`;
  const [, , , , week = ''] = fields;
  if (/[#L]/i.test(week)) return 'the day of the week takes numbers and names only.';
  if (/\bH\b/.test(cron)) return 'H is not known here.';
  try {
    CronExpressionParser.parse(cron);
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.message}.` : 'it cannot be read.';
  }
}

/** The schedule has passed `checkCron`. */
export function readCron(cron: string): Cron {
  const { minute, hour, dayOfMonth, month, dayOfWeek } = CronExpressionParser.parse(cron).fields;
  const days = new Set<number | string>(dayOfMonth.values);
  const week = new Set<number | string>(dayOfWeek.values);
  const isInMonth = ({ dayOfMonth: day, lastOfMonth }: CronDay) => days.has(day) || (days.has('L') && day === lastOfMonth);
  const isInWeek = ({ dayOfWeek: day }: CronDay) => week.has(day) || (day === 0 && week.has(7));
  // As cron has it: where both are named, either will do.
  const either = !dayOfMonth.isWildcard && !dayOfWeek.isWildcard;
  return {
    minutes: [...minute.values],
    hours: [...hour.values],
    everyHour: hour.values.length === 24,
    months: new Set<number>(month.values),
    isOn: (day) => (either ? isInMonth(day) || isInWeek(day) : isInMonth(day) && isInWeek(day)),
  };
}
