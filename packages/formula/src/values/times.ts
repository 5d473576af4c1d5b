/** A time of the day in microseconds since midnight, the grain of PostgreSQL's time. */
export type TimeOfDay = number;

export const microsecondsPerTurn = 86_400_000_000;

/** 'HH:MM:SS' with or without seconds and a fraction of up to six digits; anything else is null. */
export function readTime(value: unknown): TimeOfDay | null {
  const found = typeof value === 'string' ? /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?$/.exec(value) : null;
  if (found === null) return null;
  const [hour, minute, second] = [found[1], found[2], found[3] ?? '0'].map(Number);
  if (hour === undefined || minute === undefined || second === undefined || hour > 23 || minute > 59 || second > 59) return null;
  return ((hour * 60 + minute) * 60 + second) * 1_000_000 + Number((found[4] ?? '').padEnd(6, '0'));
}

/** 'HH:MM:SS', with the fraction's digits up to the last that is not 0. */
export function writeTime(time: TimeOfDay): string {
  const fraction = String(time % 1_000_000).padStart(6, '0').replace(/0+$/, '');
  return `${writeClock(time)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** 'HH:MM:SS'; fractions are left out. */
export function writeClock(time: TimeOfDay): string {
  const seconds = Math.floor(time / 1_000_000);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}
