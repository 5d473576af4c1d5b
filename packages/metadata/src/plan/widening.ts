import type { ColumnType, JsonSchema } from '@guanxi/field-types';
import { isEqual } from './is-equal.js';

/** Whether every value that the first schema allows is allowed by the second, as far as can be told without looking at values. */
export function isWiderSchema(from: JsonSchema, to: JsonSchema): boolean {
  return Object.keys({ ...from, ...to }).every((keyword) => isWiderKeyword(keyword, from[keyword], to[keyword]));
}

/** PostgreSQL changes such a type without looking at a row. */
export function isSameOnDisk(from: ColumnType, to: ColumnType): boolean {
  const [, scale = 0] = from.arguments ?? [];
  const [, nextScale = 0] = to.arguments ?? [];
  return isWiderColumn(from, to) && scale === nextScale;
}

/** A numeric column that has no digit less on either side of the point. */
export function isWiderColumn(from: ColumnType, to: ColumnType): boolean {
  const [precision = 0, scale = 0] = from.arguments ?? [];
  const [nextPrecision = 0, nextScale = 0] = to.arguments ?? [];
  return from.name === to.name && nextScale >= scale && nextPrecision - nextScale >= precision - scale;
}

function isWiderKeyword(keyword: string, from: unknown, to: unknown): boolean {
  if (to === undefined || isEqual(from, to)) return true;
  return wider[keyword]?.(from, to) ?? false;
}

const wider: Readonly<Record<string, (from: unknown, to: unknown) => boolean>> = {
  maxLength: (from, to) => Number(to) >= Number(from ?? Infinity),
  minLength: (from, to) => Number(to) <= Number(from ?? 0),
  maximum: (from, to) => Number(to) >= Number(from ?? Infinity),
  minimum: (from, to) => Number(to) <= Number(from ?? -Infinity),
  enum: (from, to) => Array.isArray(from) && Array.isArray(to) && from.every((value) => to.includes(value)),
};
