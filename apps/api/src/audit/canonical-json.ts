import type { JsonValue } from '@guanxi/field-types';

/** One text for equal values: members by the code units of their names, no blanks, and no characters that PostgreSQL cannot keep. */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'string') return JSON.stringify(value.replaceAll('\u0000', '').toWellFormed());
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonicalJson(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member as JsonValue)}`).join(',')}}`;
}
