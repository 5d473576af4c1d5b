import { sql } from 'kysely';
import { numberOperators } from '../decimal/decimal-value.js';
import type { FieldPart } from '../field-type.js';
import type { JsonValue } from '../json-schema.js';
import type { Wording } from '../language/sentence.js';
import { textOperators } from '../text/text-value.js';

/** A text under `key` of a value that is kept as a JSON object. */
export function textPiece(key: string, label: Wording): FieldPart {
  return {
    label,
    scalar: 'String',
    column: { name: 'text' },
    operators: textOperators,
    formulaType: 'text',
    extract: (column) => sql`(${column} ->> ${sql.lit(key)})`,
    read: (value) => pieceOf(value, key),
  };
}

/** The same of an exact number, which is kept as text. */
export function decimalPiece(key: string, label: Wording): FieldPart {
  return {
    label,
    scalar: 'Decimal',
    column: { name: 'numeric' },
    operators: numberOperators,
    formulaType: 'number',
    extract: (column) => sql`(${column} ->> ${sql.lit(key)})::numeric`,
    read: (value) => pieceOf(value, key),
  };
}

/** What stands under `key`; null where nothing does. */
export function pieceOf(value: JsonValue, key: string): JsonValue {
  return typeof value === 'object' && value !== null ? ((value as Readonly<Record<string, JsonValue>>)[key] ?? null) : null;
}

/** The pieces that are there, in the order of `keys` and in the form that `normalize` gives; null when none is. */
export function normalizePieces(value: JsonValue, keys: readonly string[], normalize: (piece: JsonValue, key: string) => JsonValue): JsonValue {
  const entries = keys.map((key) => [key, normalize(pieceOf(value, key), key)] as const).filter(([, piece]) => piece !== null);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
