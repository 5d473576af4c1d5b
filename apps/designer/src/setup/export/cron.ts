/** A schedule as people say it. `other`: only as five fields. */
export type Repeat = 'day' | 'week' | 'month' | 'other';

export interface Rhythm {
  readonly repeat: Repeat;
  /** `HH:MM:SS` */
  readonly time: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Of the month, 1 to 28. */
  readonly day: number;
  readonly cron: string;
}

export const everyMorning: Rhythm = { repeat: 'day', time: '02:00:00', weekday: 1, day: 1, cron: '0 2 * * *' };

export function writeCron({ repeat, time, weekday, day, cron }: Rhythm): string {
  if (repeat === 'other') return cron;
  const [hour = '0', minute = '0'] = time.split(':').map((part) => String(Number(part)));
  return `${minute} ${hour} ${repeat === 'month' ? day : '*'} * ${repeat === 'week' ? weekday : '*'}`;
}

export function readCron(cron: string): Rhythm {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.trim().split(/\s+/);
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}:00`;
  const isPlain = /^\d{1,2}$/.test(minute) && /^\d{1,2}$/.test(hour) && month === '*';
  if (isPlain && day === '*' && weekday === '*') return { ...everyMorning, repeat: 'day', time, cron };
  if (isPlain && day === '*' && /^[0-6]$/.test(weekday)) return { ...everyMorning, repeat: 'week', time, weekday: Number(weekday), cron };
  if (isPlain && /^([1-9]|1\d|2[0-8])$/.test(day) && weekday === '*') return { ...everyMorning, repeat: 'month', time, day: Number(day), cron };
  return { ...everyMorning, repeat: 'other', cron };
}
