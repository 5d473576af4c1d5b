import type { JsonValue } from '../json-schema.js';

/** The ids that a value adds and takes away, each once. */
export function membersOf(value: JsonValue): { readonly add: readonly string[]; readonly remove: readonly string[] } {
  const { add, remove } = (value ?? {}) as { readonly add?: readonly string[]; readonly remove?: readonly string[] };
  return { add: distinct(add ?? []), remove: distinct(remove ?? []) };
}

/** The ids of the records that a value adds. */
export function addedIds(value: JsonValue): readonly string[] {
  return membersOf(value).add;
}

export function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}
