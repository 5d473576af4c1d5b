import { fieldTypes, type JsonValue } from '@guanxi/field-types';

/** A record's name as the API answers it (a text, or the parts of a person's name) in one line; undefined where it is blank. */
export function nameText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value !== 'object' || value === null) return undefined;
  return fieldTypes.personName.display?.(value as JsonValue) || undefined;
}
