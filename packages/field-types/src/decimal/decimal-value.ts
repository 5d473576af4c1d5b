import { Decimal } from 'decimal.js';
import type { FieldProperty, FieldSettings } from '../field-type.js';
import type { JsonSchema, JsonValue } from '../json-schema.js';
import type { OperatorName } from '../operators/index.js';
import { readGuanxiNumber } from '../property-reading.js';

export interface DecimalSettings extends FieldSettings {
  /** Digits in all, and how many of them stand after the point. */
  readonly precision: number;
  readonly scale: number;
}

export const numberOperators: readonly OperatorName[] = ['eq', 'ne', 'in', 'notIn', 'gt', 'gte', 'lt', 'lte', 'isBlank'];

/** Decimal text with at most the digits that fit: "12.5", "-0.07"; no exponent, no leading zeros. */
export function decimalSchema({ precision, scale }: DecimalSettings): JsonSchema {
  const whole = precision > scale ? `(0|[1-9]\\d{0,${precision - scale - 1}})` : '0';
  return { type: 'string', pattern: `^-?${whole}${scale > 0 ? `(\\.\\d{1,${scale}})?` : ''}$` };
}

export function decimalSizeSchemas(largestScale: number): Readonly<Record<'precision' | 'scale', JsonSchema>> {
  return {
    precision: { type: 'integer', minimum: 1, maximum: 38 },
    scale: { type: 'integer', minimum: 0, maximum: largestScale },
  };
}

/** A scale beyond the precision is brought down to it, because PostgreSQL before 15 refuses it and nobody means it. */
export function readDecimalSize(property: FieldProperty, fallback: DecimalSettings): DecimalSettings {
  const precision = readGuanxiNumber(property, 'precision', fallback.precision);
  return { precision, scale: Math.min(precision, readGuanxiNumber(property, 'scale', fallback.scale)) };
}

/** Exactly `scale` digits after the point; zero has no sign. */
export function normalizeDecimal(value: JsonValue, { scale }: DecimalSettings): string | null {
  if (value === null) return null;
  const number = new Decimal(String(value));
  return (number.isZero() ? number.abs() : number).toFixed(scale, Decimal.ROUND_HALF_UP);
}

export function compareDecimals(left: JsonValue, right: JsonValue): number {
  return new Decimal(String(left)).comparedTo(new Decimal(String(right)));
}
