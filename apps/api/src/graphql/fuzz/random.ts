/** Random choices that a seed makes again. */
export interface Random {
  /** From 0 up to, but not, 1. */
  next(): number;
  below(limit: number): number;
  chance(likelihood: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, chance: (likelihood) => next() < likelihood, pick: (items) => items[below(items.length)] as (typeof items)[number] };
}
