import { sql } from 'kysely';
import type { Cast, FieldSettings, FieldType, ParsedText, TextContext } from '../field-type.js';
import { fittingOr, whenPresent } from '../fitting.js';
import type { JsonSchema, JsonValue } from '../json-schema.js';
import type { Wording } from '../language/sentence.js';
import { textPieces } from '../parts/json-piece.js';
import { normalizePieces, pieceOf } from '../parts/pieces.js';
import { readJsonCell } from '../parts/read-json-cell.js';
import { describeProperty } from '../property-schema.js';
import { quote, refuse } from '../read-text/refuse.js';
import { asItIs, compareText, normalizeLine, normalizeLines } from '../text/text-value.js';
import { ADDRESS_KEYS, addressLabels } from './address-labels.js';
import { addressText, writeAddress } from './address-text.js';
import { countryOf } from './countries.js';

const LONGEST = 255;

const piece: JsonSchema = { anyOf: [{ type: 'string', maxLength: LONGEST, pattern: '^[^\\u0000]*$' }, { type: 'null' }] };
const country: JsonSchema = { anyOf: [{ type: 'string', pattern: '^([A-Za-z]{2})?$' }, { type: 'null' }], description: 'ISO 3166-1 code of two letters' };

/** A whole text is the street: what of it is the city only a person can say. */
const fromText: Cast = fittingOr({
  fits: (column) => sql<boolean>`coalesce(length(btrim(${column}, E' \\t\\n\\r')), 0) <= ${sql.lit(LONGEST)}`,
  value: (column) => whenPresent(column, sql`jsonb_build_object('street', btrim(${column}, E' \\t\\n\\r'))`),
});

/** A postal address in pieces; the country by its ISO 3166 code. */
export const address: FieldType<FieldSettings> = {
  name: 'address',
  propertySchema: describeProperty({ type: 'address', keywords: { type: { const: 'object' } } }),
  defaultSettings: {},
  readSettings: () => ({}),
  writeSettings: () => ({ keywords: { type: 'object' }, guanxi: { type: 'address' } }),
  valueSchema: () => ({ type: 'object', properties: { ...Object.fromEntries(ADDRESS_KEYS.map((key) => [key, piece])), country }, additionalProperties: false }),
  column: () => ({ name: 'jsonb' }),
  scalar: 'JSON',
  operators: ['contains', 'isBlank'],
  formulaType: 'text',
  sortable: false,
  searchable: true,
  parts: textPieces(addressLabels),
  text: addressText,
  display: writeAddress,
  toJson: asItIs,
  normalize: normalizeAddress,
  parseText: readAddress,
  formatText: toCell,
  compare: (left, right) => compareText(writeAddress(left), writeAddress(right)),
  castFrom: { text: fromText, longText: fromText },
};

function normalizeAddress(value: JsonValue): JsonValue {
  return normalizePieces(value, ADDRESS_KEYS, (given, key) => {
    if (key === 'street') return normalizeLines(given)?.trim() ?? null;
    return key === 'country' ? (normalizeLine(given)?.toUpperCase() ?? null) : normalizeLine(given);
  });
}

/** `street; city; state; postalCode; country`, or JSON where that would not come back as it was. */
function toCell(value: JsonValue): string {
  const pieces = ADDRESS_KEYS.map((key) => String(pieceOf(value, key) ?? ''));
  return pieces.some((given) => /[;；\n]/u.test(given)) || pieces[0]?.startsWith('{') ? JSON.stringify(value) : pieces.join('; ');
}

function readAddress(cell: string, _settings: FieldSettings, { locale }: TextContext): ParsedText {
  if (cell.trim() === '') return { ok: true, value: null };
  const given = readJsonCell(cell, ADDRESS_KEYS) ?? readPieces(cell);
  if (!given || Object.values(given).some((text) => String(text ?? '').length > LONGEST)) return refuse('address-expected', { ...expected, words: { cell: quote(cell) } });
  const named = normalizeLine(given['country'] ?? null);
  const code = named === null ? null : countryOf(named, locale);
  if (code === undefined) return refuse('country-expected', { ...unknownCountry, words: { country: quote(named ?? '') } });
  return { ok: true, value: normalizeAddress({ ...given, country: code }) };
}

function readPieces(cell: string): Readonly<Record<string, JsonValue>> | undefined {
  const pieces = cell.replaceAll('\u0000', '').split(/[;；]/u);
  if (pieces.length > ADDRESS_KEYS.length && pieces.slice(ADDRESS_KEYS.length).some((rest) => rest.trim() !== '')) return undefined;
  return Object.fromEntries(ADDRESS_KEYS.map((key, index) => [key, pieces[index] ?? null]));
}

const expected: Wording = {
  en: 'Expected an address as street; city; state; postal code; country, found {cell}.',
  'zh-TW': '應為地址，格式為「街道; 城市; 州／省; 郵遞區號; 國家」，但內容是{cell}。',
  'zh-CN': '应为地址，格式为“街道; 城市; 省/州; 邮政编码; 国家”，但内容是{cell}。',
};

const unknownCountry: Wording = {
  en: 'Expected the name of a country or its code of two letters, found {country}.',
  'zh-TW': '應為國家名稱或兩個字母的代碼，但內容是{country}。',
  'zh-CN': '应为国家名称或两个字母的代码，但内容是{country}。',
};
