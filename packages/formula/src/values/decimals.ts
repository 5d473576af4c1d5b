import { Decimal } from 'decimal.js';

/**
 * Numbers of the language, on both sides: exact sums and differences; products, quotients, powers and roots are rounded
 * to 18 fractional digits, halves away from zero; an answer of 10^30 or more is blank. Quotients are first made with
 * 70 fractional digits: two numbers of these sizes cannot meet a rounding border closer than that, so JavaScript and
 * PostgreSQL round alike.
 */
export const Numeric = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_UP });
export type Numeric = Decimal;

/** Fewer digits where the work grows with them: logarithms. */
const Logarithmic = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });

export const fractionDigits = 18;
export const wholeDigits = 30;
const limit = new Numeric(`1e${wholeDigits}`);

/** Rounded to the language's digits, or blank where the number is too large for it. */
export function settleNumber(value: Numeric): Numeric | null {
  if (!value.isFinite()) return null;
  const rounded = value.toDecimalPlaces(fractionDigits);
  return rounded.abs().gte(limit) ? null : rounded;
}

export function power(base: Numeric, exponent: Numeric): Numeric | null {
  const whole = exponent.isInteger();
  if (exponent.abs().gt(whole ? 400 : 100)) return null;
  if (!whole && base.isNegative() && !base.isZero()) return null;
  if (base.isZero() && exponent.isNegative() && !exponent.isZero()) return null;
  return settleNumber(new Numeric(new Logarithmic(base).pow(exponent)));
}

export function exponential(exponent: Numeric): Numeric | null {
  return settleNumber(new Numeric(new Logarithmic(exponent).exp()));
}

/** To the base of 10, or of e where none is given; blank for numbers that are not above 0. */
export function logarithm(number: Numeric | null, base: 10 | undefined): Numeric | null {
  if (number === null || !number.gt(0)) return null;
  const precise = new Logarithmic(number);
  return settleNumber(new Numeric(base === undefined ? precise.ln() : precise.log(base)));
}

/** Decimal text or a JS number to a number; anything else is blank. */
export function readNumber(value: unknown): Numeric | null {
  if (typeof value === 'number') return Number.isFinite(value) ? new Numeric(value) : null;
  if (typeof value !== 'string' || !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(value)) return null;
  return new Numeric(value);
}

/** No exponent, no zeros at the end, no "-0". */
export function writeNumber(value: Numeric): string {
  return value.isZero() ? '0' : value.toFixed();
}
