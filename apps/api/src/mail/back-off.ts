const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Waits between attempts; together about two days. Servers that do not know a sender yet let them wait for some minutes. */
const WAITS: readonly number[] = [30_000, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, 20 * HOUR];
const JITTER = 0.2;

/** Milliseconds until the next attempt, after this many; undefined when it has been tried long enough. */
export function backOff(attempts: number, chance = Math.random()): number | undefined {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? undefined : wait * (1 - JITTER + 2 * JITTER * chance);
}
