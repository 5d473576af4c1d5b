import { Decimal } from 'decimal.js';
import type { JsonValue } from '../json-schema.js';
import { compareText } from '../text/text-value.js';

/** JSON text exactly as PostgreSQL writes jsonb: shorter keys first, a space after comma and colon, no exponents. */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'number') return new Decimal(value).toFixed();
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonicalJson(item)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value as Readonly<Record<string, JsonValue>>).sort(([one], [other]) => compareKeys(one, other));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}: ${canonicalJson(member)}`).join(', ')}}`;
}

/** By the length in bytes of UTF-8, whose order is the order of code points. */
function compareKeys(one: string, other: string): number {
  return countBytes(one) - countBytes(other) || compareText(one, other);
}

function countBytes(text: string): number {
  return [...text].reduce((sum, character) => sum + bytesOf(character.codePointAt(0) ?? 0), 0);
}

function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
