import type { FieldProperty } from './field-type.js';

/** Readers of checked property documents: what is missing or of another type falls back to the kind's default. */
export function readNumber(property: FieldProperty, keyword: string, fallback: number): number {
  const value = property[keyword];
  return typeof value === 'number' ? value : fallback;
}

export function readGuanxiNumber(property: FieldProperty, keyword: string, fallback: number): number {
  const value = property.guanxi[keyword];
  return typeof value === 'number' ? value : fallback;
}

export function readGuanxiText(property: FieldProperty, keyword: string): string | undefined {
  const value = property.guanxi[keyword];
  return typeof value === 'string' ? value : undefined;
}
