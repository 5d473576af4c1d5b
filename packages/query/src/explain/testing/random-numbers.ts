/** Picks from a row of numbers that is the same for the same seed (mulberry32). */
export class RandomNumbers {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** 0 up to but not including 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** Up to `most` of the list, each once, in its order. */
  some<T>(list: readonly T[], most = list.length): T[] {
    const wanted = this.below(Math.min(most, list.length) + 1);
    const left = [...list.keys()];
    const taken = Array.from({ length: wanted }, () => left.splice(this.below(left.length), 1)[0] as number);
    return taken.sort((one, other) => one - other).map((index) => list[index] as T);
  }
}
