import type { JsonValue } from '../json-schema.js';

/** The key of the object in a value: its name as the API calls one record of it. */
export function keyOf(target: string): string {
  return target.charAt(0).toLowerCase() + target.slice(1);
}

/** The object and the record that a value points to; null where it points nowhere. */
export function pointerOf(value: JsonValue): { readonly target: string; readonly id: string } | null {
  const [entry] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entry ? { target: entry[0].charAt(0).toUpperCase() + entry[0].slice(1), id: String(entry[1]) } : null;
}

export function toPointer(target: string, id: string): JsonValue {
  return { [keyOf(target)]: id };
}
