/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export function makeChance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** From 0 up to, but not, 1. */
    next,
    /** A whole number below `count`. */
    below: (count) => Math.floor(next() * count),
    /** One of the names, each as likely as its weight says. */
    pick(weights) {
      const entries = Object.entries(weights).filter(([, weight]) => weight > 0);
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      return (entries.find(([, weight]) => (rest -= weight) < 0) ?? entries[0])[0];
    },
  };
}
