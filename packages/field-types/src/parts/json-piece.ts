import { sql } from 'kysely';
import { numberOperators } from '../decimal/decimal-value.js';
import type { FieldPart } from '../field-type.js';
import type { Wording } from '../language/sentence.js';
import { textOperators } from '../text/text-value.js';
import { pieceOf } from './pieces.js';

/** All the pieces of a kind whose pieces are texts. */
export function textPieces(labels: Readonly<Record<string, Wording>>): Readonly<Record<string, FieldPart>> {
  return Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, textPiece(key, label)]));
}

/** An exact number under `key`, which is kept as text. */
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

/** A text under `key` of a value that is kept as a JSON object. */
function textPiece(key: string, label: Wording): FieldPart {
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
