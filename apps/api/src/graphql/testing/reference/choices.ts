/** Decisions read off a tape of numbers. At the end of the tape every choice is the first one, so that a shorter tape is a smaller case. */
export class Choices {
  private place = 0;

  constructor(private readonly tape: readonly number[]) {}

  /** From 0 to `most` - 1. */
  below(most: number): number {
    const next = this.tape[this.place] ?? 0;
    this.place += 1;
    return most <= 0 ? 0 : next % most;
  }

  /** True about once in `times`; false at the end of the tape. */
  once(times: number): boolean {
    return this.below(times) === times - 1;
  }

  pick<T>(options: readonly T[]): T {
    const found = options[this.below(options.length)];
    if (found === undefined) throw new RangeError('There is nothing to choose from.');
    return found;
  }

  /** Some of them in their order; none at the end of the tape. */
  some<T>(options: readonly T[], most: number): readonly T[] {
    const left = [...options];
    return Array.from({ length: Math.min(left.length, this.below(most + 1)) }, () => left.splice(this.below(left.length), 1)[0] as T);
  }
}
