import { nextTime } from '../schedule/next-time.js';

export interface TimesWanted {
  readonly cron: string;
  readonly timeZone: string;
  readonly begins: Date;
  readonly ends: Date;
  readonly most: number;
}

const DAY = 86_400_000;

/** The last times of a schedule between two instants, both included, in their order; at most `most`. */
export function lastTimes({ cron, timeZone, begins, ends, most }: TimesWanted): readonly Date[] {
  for (let days = 1; ; days *= 4) {
    const from = Math.max(begins.getTime(), ends.getTime() - days * DAY);
    const times: Date[] = [];
    for (let next = nextTime(cron, timeZone, new Date(from - 1)); next && next <= ends; next = nextTime(cron, timeZone, next)) times.push(next);
    if (times.length >= most || from === begins.getTime()) return times.slice(-most);
  }
}
