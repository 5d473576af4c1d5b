import type { JsonValue } from '../json-schema.js';

/** The same value with nothing in it that PostgreSQL cannot keep: no NUL in any text, no half of a surrogate pair. */
export function storableJson(value: JsonValue): JsonValue {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map((item: JsonValue) => storableJson(item));
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  return Object.fromEntries(Object.entries(value as Readonly<Record<string, JsonValue>>).map(([key, member]) => [storableText(key), storableJson(member)]));
}

function storableText(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd');
}
