import type { FieldProperty } from '@guanxi/field-types';
import type { Translations } from '../document/documents.js';

/** Readers of what stands under `guanxi`. Models are built before checks, so nothing is taken for granted. */
export function textKeyword({ guanxi }: FieldProperty, name: string): string | undefined {
  const value = guanxi[name];
  return typeof value === 'string' ? value : undefined;
}

export function numberKeyword({ guanxi }: FieldProperty, name: string): number | undefined {
  const value = guanxi[name];
  return typeof value === 'number' ? value : undefined;
}

export function namesKeyword({ guanxi }: FieldProperty, name: string): readonly string[] {
  const value = guanxi[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

export function recordKeyword<T extends object>({ guanxi }: FieldProperty, name: string): Partial<T> | undefined {
  const value = guanxi[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Partial<T>) : undefined;
}

/** The list on the other side, as a lookup or a junction names it. */
export interface InverseKeyword {
  readonly name: string;
  readonly title?: string;
  readonly titles?: Translations;
}

export function inverseKeyword(property: FieldProperty): InverseKeyword | undefined {
  const inverse = recordKeyword<InverseKeyword>(property, 'inverse');
  return typeof inverse?.name === 'string' ? (inverse as InverseKeyword) : undefined;
}

/** The given entries that are there: `exactOptionalPropertyTypes` tells a missing key from an undefined one. */
export function present<T extends object>(entries: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as T;
}
