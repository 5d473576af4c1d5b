import { type RawBuilder, sql } from 'kysely';
import type { JsonSchema, JsonValue } from '../json-schema.js';
import type { OperatorName } from '../operators/index.js';

/** PostgreSQL cannot keep the character NUL in text. */
const withoutNul = '^[^\\u0000]*$';

export const textOperators: readonly OperatorName[] = ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'endsWith', 'isBlank'];

export function textSchema(maxLength: number): JsonSchema {
  return { type: 'string', maxLength, pattern: withoutNul };
}

/** One line: composed characters, no space around it, line breaks and tabs become one space; null when nothing is left. */
export function normalizeLine(value: JsonValue): string | null {
  if (value === null) return null;
  return String(value).normalize('NFC').replace(/\s*[\t\n\v\f\r\u0085\u2028\u2029]+\s*/g, ' ').trim() || null;
}

/** Line breaks are kept, all as LF; null when there is no visible character. */
export function normalizeLines(value: JsonValue): string | null {
  if (value === null) return null;
  const text = String(value).normalize('NFC').replace(/\r\n?/g, '\n');
  return text.trim() === '' ? null : text;
}

/** Order by code point, as C.UTF-8 databases have it; JavaScript's `<` orders UTF-16 units. */
export function compareText(left: JsonValue, right: JsonValue): number {
  const one = [...String(left)];
  const other = [...String(right)];
  const shared = Math.min(one.length, other.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (one[index]?.codePointAt(0) ?? 0) - (other[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** How many characters people count, which is what JSON Schema's maxLength and PostgreSQL count too. */
export function countCharacters(text: string): number {
  return [...text].length;
}

/** The same expression as it came: kinds whose column JSON carries unchanged. */
export function asItIs(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return column;
}

/** SQL of `normalizeLine` for values that come from another kind's column. */
export function lineSql(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`nullif(btrim(regexp_replace(${text}, ${sql.lit('[\\s]*[\\n\\r\\t\\v\\f]+[\\s]*')}, ' ', 'g')), '')`;
}
