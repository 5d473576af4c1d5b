import type { FormulaLocation } from '../formula.js';
import { Numeric, readNumber, writeNumber } from './decimals.js';

/** Degrees. */
export interface Location {
  readonly latitude: Numeric;
  readonly longitude: Numeric;
}

/** A place on the earth, or blank where a number is missing or out of range. */
export function settleLocation(latitude: Numeric | null, longitude: Numeric | null): Location | null {
  if (latitude === null || longitude === null) return null;
  return latitude.abs().gt(90) || longitude.abs().gt(180) ? null : { latitude, longitude };
}

export function readLocation(value: unknown): Location | null {
  if (!isLocation(value)) return null;
  return settleLocation(readNumber(value.latitude), readNumber(value.longitude));
}

export function writeLocation({ latitude, longitude }: Location): FormulaLocation {
  return { latitude: writeNumber(latitude), longitude: writeNumber(longitude) };
}

export function isLocation(value: unknown): value is { readonly latitude: unknown; readonly longitude: unknown } {
  return typeof value === 'object' && value !== null && 'latitude' in value && 'longitude' in value && !Array.isArray(value) && !Numeric.isDecimal(value);
}

export function isSamePlace(one: Location, other: Location): boolean {
  return one.latitude.equals(other.latitude) && one.longitude.equals(other.longitude);
}
