import type { FormulaType } from '../formula.js';
import { Numeric } from '../values/decimals.js';
import type { Instant } from '../values/instants.js';
import { isLocation, type Location } from '../values/location.js';
import type { TimeOfDay } from '../values/times.js';
import type { RuntimeValue } from '../values/runtime-value.js';

/** The worked-out arguments of one call. The checker has settled the types, so a wrong one is a bug and throws. */
export class CallArguments {
  constructor(
    private readonly values: readonly RuntimeValue[],
    readonly types: readonly FormulaType[],
  ) {}

  get length(): number {
    return this.values.length;
  }

  any(index: number): RuntimeValue {
    return this.values[index] ?? null;
  }

  text(index: number): string {
    return this.expect(index, 'text', (value): value is string => typeof value === 'string');
  }

  boolean(index: number): boolean {
    return this.expect(index, 'boolean', (value): value is boolean => typeof value === 'boolean');
  }

  number(index: number): Numeric | null {
    return this.expect(index, 'number', (value): value is Numeric | null => value === null || Numeric.isDecimal(value));
  }

  day(index: number): number | null {
    return this.expect(index, 'date', (value): value is number | null => value === null || typeof value === 'number');
  }

  time(index: number): TimeOfDay | null {
    return this.expect(index, 'time', (value): value is TimeOfDay | null => value === null || typeof value === 'number');
  }

  list(index: number): readonly string[] {
    return this.expect(index, 'multipicklist', (value): value is readonly string[] => Array.isArray(value));
  }

  location(index: number): Location | null {
    return this.expect(index, 'location', (value): value is Location | null => value === null || isLocation(value));
  }

  instant(index: number): Instant | null {
    return this.expect(index, 'datetime', (value): value is Instant | null => value === null || typeof value === 'bigint');
  }

  /** A count, position or number of digits: without its fraction, blank as 0, within the limits. */
  count(index: number, lowest: number, highest: number): number {
    const number = this.number(index)?.truncated();
    if (number === undefined || number === null) return Math.min(Math.max(0, lowest), highest);
    return Math.min(Math.max(number.toNumber(), lowest), highest);
  }

  private expect<Kind extends RuntimeValue>(index: number, kind: string, fits: (value: RuntimeValue) => value is Kind): Kind {
    const value = this.any(index);
    if (fits(value)) return value;
    throw new TypeError(`Argument ${index + 1} should be of type ${kind}, but is ${String(value)}.`);
  }
}
