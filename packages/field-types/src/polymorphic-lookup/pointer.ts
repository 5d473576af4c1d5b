import type { JsonValue } from '../json-schema.js';
import { camelCase } from '../naming/camel-case.js';

/** The key of the object in a value: its name as the API calls one record of it. */
export function keyOf(target: string): string {
  return camelCase(target);
}

/** The object, one of `targets`, and the record that a value points to; null where it points to none of them. */
export function pointerOf(value: JsonValue, targets: readonly string[]): { readonly target: string; readonly id: string } | null {
  const entry = entryOf(value);
  const target = targets.find((name) => keyOf(name) === entry?.[0]);
  return entry && target !== undefined ? { target, id: entry[1] } : null;
}

export function toPointer(target: string, id: string): JsonValue {
  return { [keyOf(target)]: id };
}

/** The key and the id of a value, whatever objects there are. */
export function entryOf(value: JsonValue): readonly [key: string, id: string] | null {
  const [entry] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entry ? [entry[0], String(entry[1])] : null;
}
