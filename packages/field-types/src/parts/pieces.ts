import type { JsonValue } from '../json-schema.js';

/** What stands under `key`; null where nothing does. */
export function pieceOf(value: JsonValue, key: string): JsonValue {
  return typeof value === 'object' && value !== null ? ((value as Readonly<Record<string, JsonValue>>)[key] ?? null) : null;
}

/** The pieces that are there, in the order of `keys` and in the form that `normalize` gives; null when none is. */
export function normalizePieces(value: JsonValue, keys: readonly string[], normalize: (piece: JsonValue, key: string) => JsonValue): JsonValue {
  const entries = keys.map((key) => [key, normalize(pieceOf(value, key), key)] as const).filter(([, piece]) => piece !== null);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
