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

export function readGuanxiTexts(property: FieldProperty, keyword: string): readonly string[] {
  const value = property.guanxi[keyword];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** The entries that are there: settings never hold a key without a value, so that equal settings are equal objects. */
export function present<Entries extends Readonly<Record<string, unknown>>>(entries: Entries): { readonly [Key in keyof Entries]?: Exclude<Entries[Key], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as { readonly [Key in keyof Entries]?: Exclude<Entries[Key], undefined> };
}
