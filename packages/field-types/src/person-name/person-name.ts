import { sql } from 'kysely';
import type { Cast, FieldSettings, FieldType, ParsedText } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { JsonSchema, JsonValue } from '../json-schema.js';
import { textPieces } from '../parts/json-piece.js';
import { normalizePieces } from '../parts/pieces.js';
import { readJsonCell } from '../parts/read-json-cell.js';
import { describeProperty } from '../property-schema.js';
import { readLine } from '../read-text/read-line.js';
import { asItIs, compareText, lineSql, normalizeLine } from '../text/text-value.js';
import { NAME_KEYS, nameLabels } from './name-labels.js';
import { isEastern, writeName } from './name-order.js';
import { nameText } from './name-text.js';
import { readName } from './read-name.js';

const LONGEST = 255;
const PIECE = 80;

const piece: JsonSchema = { anyOf: [{ type: 'string', maxLength: PIECE, pattern: '^[^\\u0000]*$' }, { type: 'null' }] };

/** Two words are first and last name; any other text is the last name as a whole, which reads the same. */
const fromText: Cast = fittingOr({
  fits: (column) => sql<boolean>`coalesce(length(${lineSql(column)}), 0) <= ${sql.lit(PIECE)}`,
  value: (column) => sql`case when ${lineSql(column)} is null then null when ${lineSql(column)} ~ '^[!-\\u024f]+ [!-\\u024f]+$'
    then jsonb_build_object('first', split_part(${lineSql(column)}, ' ', 1), 'last', split_part(${lineSql(column)}, ' ', 2))
    else jsonb_build_object('last', ${lineSql(column)}) end`,
});

/** The name of a person in pieces. Who reads it as a whole sees 王小明 or Ada Lovelace. */
export const personName: FieldType<FieldSettings> = {
  name: 'personName',
  propertySchema: describeProperty({ type: 'personName', keywords: { type: { const: 'object' } } }),
  defaultSettings: {},
  readSettings: () => ({}),
  writeSettings: () => ({ keywords: { type: 'object' }, guanxi: { type: 'personName' } }),
  valueSchema: () => ({ type: 'object', properties: Object.fromEntries(NAME_KEYS.map((key) => [key, piece])), additionalProperties: false }),
  column: () => ({ name: 'jsonb' }),
  scalar: 'JSON',
  operators: ['contains', 'startsWith', 'endsWith', 'isBlank'],
  formulaType: 'text',
  sortable: true,
  searchable: true,
  parts: textPieces(nameLabels),
  text: nameText,
  display: writeName,
  toJson: asItIs,
  normalize: (value) => normalizePieces(value, NAME_KEYS, normalizeLine),
  parseText: readCell,
  formatText: toCell,
  compare: (left, right) => compareText(writeName(left), writeName(right)),
  castFrom: { text: fromText, longText: fromText },
};

function readCell(cell: string): ParsedText {
  const given = readJsonCell(cell, NAME_KEYS);
  if (given) return { ok: true, value: personName.normalize({ ...given }, {}) };
  const line = readLine(cell, LONGEST);
  if (!line.ok || line.value === null) return line;
  return { ok: true, value: personName.normalize({ ...readName(String(line.value)) }, {}) };
}

/** The name as people write it, or JSON where that would be taken apart in another way. */
function toCell(value: JsonValue): string {
  const { salutation } = value as { readonly salutation?: string };
  const name = writeName(value);
  const whole = salutation === undefined ? name : isEastern(name) ? `${name}${salutation}` : `${salutation} ${name}`;
  const read = readCell(whole);
  return read.ok && JSON.stringify(read.value) === JSON.stringify(personName.normalize(value, {})) ? whole : JSON.stringify(value);
}
