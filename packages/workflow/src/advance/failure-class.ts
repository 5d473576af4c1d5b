import type { StepRetry } from '@guanxi/metadata';

/**
 * What a failure says about the next try.
 * - `temporary`: a connection, a timeout, a deadlock, a server that is busy. Likely to go well later.
 * - `refused`: records or rights did not take what the step wanted. The same again has the same end.
 * - `unknown`: anything else; a few tries, in case it was bad luck.
 * - `loop`: workflows set each other off without end. Never tried again by itself.
 */
export type FailureClass = 'temporary' | 'refused' | 'unknown' | 'loop';

interface Retries {
  /** Tries after the first one. */
  readonly tries: number;
  /** Seconds before the first of them; each further one waits twice as long. */
  readonly first: number;
  readonly most: number;
}

const retries: Readonly<Record<FailureClass, Retries>> = {
  temporary: { tries: 10, first: 5, most: 3600 },
  refused: { tries: 0, first: 0, most: 0 },
  unknown: { tries: 2, first: 10, most: 60 },
  loop: { tries: 0, first: 0, most: 0 },
};

/** How far a wait may be off its length, to either side. */
const SPREAD = 0.2;

/**
 * Undefined where it is not to be tried again by itself. `attempts`: tries that failed before this one; `chance`: 0 up to 1.
 * `wish`: what the step says of it, where trying again has any chance at all.
 */
export function secondsUntilNextTry(of: FailureClass, attempts: number, chance: number, wish: StepRetry = {}): number | undefined {
  const usual = retries[of];
  const { tries, first, most } = usual.tries === 0 ? usual : wished(usual, wish);
  if (attempts >= tries) return undefined;
  return Math.round(Math.min(first * 2 ** attempts, most) * (1 - SPREAD + 2 * SPREAD * chance) * 10) / 10;
}

/** With a wait of its own it doubles as far as that of a failure that passes by itself. */
function wished(usual: Retries, { tries = usual.tries, seconds }: StepRetry): Retries {
  return seconds === undefined ? { ...usual, tries } : { tries, first: seconds, most: Math.max(retries.temporary.most, seconds) };
}
