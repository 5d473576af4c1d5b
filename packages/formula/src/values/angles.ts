import { Numeric } from './decimals.js';
import type { Location } from './location.js';

/**
 * Angles are worked out in doubles by + - * / and square root alone: these have one exact answer everywhere, so that
 * PostgreSQL (`to-sql/angles.ts` takes the same steps) and JavaScript agree to the last bit. The functions of the
 * mathematical libraries do not.
 */
export const halfPi = '1.5707963267948966192313216916397514420985846996876';
export const pi = '3.1415926535897932384626433832795028841971693993751';
export const twoPi = '6.2831853071795864769252867665590057683943387987502';

/** Of sin(x)/x in powers of x², good to 1e-18 up to half π. */
export const sineSeries: readonly number[] = series(11, (k) => (k === 0 ? 1 : -1 / ((2 * k) * (2 * k + 1))), true);
/** Of atan(x)/x in powers of x², good to 1e-20 up to 0.2. */
export const arcTangentSeries: readonly number[] = series(14, (k) => (k % 2 === 0 ? 1 : -1) / (2 * k + 1), false);

/** With 15 digits after the point. */
export function sineOf(angle: Numeric | null): Numeric | null {
  if (angle === null) return null;
  const turned = angle.modulo(twoPi);
  const small = turned.gt(pi) ? turned.minus(twoPi) : turned.lt(`-${pi}`) ? turned.plus(twoPi) : turned;
  const acute = small.gt(halfPi) ? new Numeric(pi).minus(small) : small.lt(`-${halfPi}`) ? new Numeric(`-${pi}`).minus(small) : small;
  return settle(sine(acute.toNumber()), 15);
}

/** `times` atan(x), with 15 digits after the point. */
export function arcTangentOf(x: number | null, times: 1 | 2): Numeric | null {
  return x === null ? null : settle(arcTangent(x) * times, 15);
}

export function arcSineOf(number: Numeric | null): Numeric | null {
  if (number === null || number.abs().gt(1)) return null;
  const x = number.toNumber();
  return arcTangentOf(x / (1 + Math.sqrt(1 - x * x)), 2);
}

export type LengthUnit = 'km' | 'mi';

/** Four times the mean radius of the earth, the factor of the half-angle form below. */
export const fourRadii: Readonly<Record<LengthUnit, number>> = { km: 4 * 6371.0088, mi: (4 * 6371.0088) / 1.609344 };
export const radiansPerDegree = Math.PI / 180;
export const radiansPerHalfDegree = Math.PI / 360;

/** Along the great circle, by the haversine formula, with 6 digits after the point. */
export function distanceOf(one: Location | null, other: Location | null, unit: LengthUnit): Numeric | null {
  if (one === null || other === null) return null;
  const apart = one.longitude.minus(other.longitude).abs();
  const east = sine((apart.gt(180) ? new Numeric(360).minus(apart) : apart).toNumber() * radiansPerHalfDegree);
  const north = sine(one.latitude.minus(other.latitude).toNumber() * radiansPerHalfDegree);
  const cosine = (latitude: Numeric): number => sine(new Numeric(90).minus(latitude.abs()).toNumber() * radiansPerDegree);
  const h = north * north + cosine(one.latitude) * cosine(other.latitude) * (east * east);
  return settle(arcTangent(Math.sqrt(h) / (1 + Math.sqrt(Math.max(1 - h, 0)))) * fourRadii[unit], 6);
}

function sine(x: number): number {
  return x * inPowers(x * x, sineSeries);
}

/** The angle is cut to an eighth by tan(a/2) = t / (1 + √(1 + t²)), where the series is quick. */
function arcTangent(tangent: number): number {
  let x = tangent;
  for (let times = 0; times < 3; times++) x = x / (1 + Math.sqrt(1 + x * x));
  return x * inPowers(x * x, arcTangentSeries) * 8;
}

function inPowers(z: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => coefficient + z * sum);
}

/** Rounded, the halves up; below 2^53 units, so that the whole number is exact. */
function settle(value: number, digits: 6 | 15): Numeric {
  const unit = digits === 6 ? 1e6 : 1e15;
  return new Numeric(Math.floor(value * unit + 0.5)).dividedBy(unit);
}

function series(count: number, term: (k: number) => number, isProduct: boolean): number[] {
  const coefficients: number[] = [];
  for (let k = 0; k < count; k++) coefficients.push(isProduct && k > 0 ? (coefficients[k - 1] ?? 1) * term(k) : term(k));
  return coefficients;
}
