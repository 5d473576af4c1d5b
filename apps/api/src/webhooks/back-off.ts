const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between attempts; together about three days. */
const WAITS: readonly number[] = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, 20 * HOUR, 24 * HOUR];
const JITTER = 0.2;
const MOST_PATIENCE = 6 * HOUR;

/** Milliseconds until the next attempt, after this many; undefined when it has been tried long enough. */
export function backOff(attempts: number, asked = 0, chance = Math.random()): number | undefined {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? undefined : Math.max(wait * (1 - JITTER + 2 * JITTER * chance), Math.min(asked, MOST_PATIENCE));
}
