import { Decimal } from 'decimal.js';
import { type RawBuilder, sql } from 'kysely';
import type { Cast, FieldSettings, FieldType, ParsedText } from '../field-type.js';
import { fittingOr, whenPresent } from '../fitting.js';
import type { JsonValue } from '../json-schema.js';
import type { Wording } from '../language/sentence.js';
import { decimalPiece } from '../parts/json-piece.js';
import { normalizePieces, pieceOf } from '../parts/pieces.js';
import { readJsonCell } from '../parts/read-json-cell.js';
import { describeProperty } from '../property-schema.js';
import { quote, refuse } from '../read-text/refuse.js';
import { asItIs, compareText } from '../text/text-value.js';
import { placeLabels } from './place-labels.js';
import { placeText } from './place-text.js';

const KEYS = ['latitude', 'longitude'] as const;
const LATITUDE = '^-?(90(\\.0{1,15})?|[1-8]?\\d(\\.\\d{1,15})?)$';
const LONGITUDE = '^-?(180(\\.0{1,15})?|(1[0-7]\\d|[1-9]?\\d)(\\.\\d{1,15})?)$';

/** A place on the earth in degrees: north and east are positive. */
export const geolocation: FieldType<FieldSettings> = {
  name: 'geolocation',
  propertySchema: describeProperty({ type: 'geolocation', keywords: { type: { const: 'object' } } }),
  defaultSettings: {},
  readSettings: () => ({}),
  writeSettings: () => ({ keywords: { type: 'object' }, guanxi: { type: 'geolocation' } }),
  valueSchema: () => ({
    type: 'object',
    properties: { latitude: { type: 'string', pattern: LATITUDE }, longitude: { type: 'string', pattern: LONGITUDE } },
    required: [...KEYS],
    additionalProperties: false,
  }),
  column: () => ({ name: 'jsonb' }),
  scalar: 'JSON',
  operators: ['isBlank'],
  formulaType: 'location',
  sortable: false,
  searchable: false,
  parts: {
    latitude: decimalPiece('latitude', placeLabels.latitude),
    longitude: decimalPiece('longitude', placeLabels.longitude),
  },
  text: placeText,
  display: writePlace,
  toJson: asItIs,
  normalize: (value) => normalizePieces(value, KEYS, (degrees) => (degrees === null ? null : plain(degrees))),
  parseText: readPlace,
  formatText: writePlace,
  compare: (left, right) => compareText(writePlace(left), writePlace(right)),
  castFrom: { text: fromText(), longText: fromText() },
};

/** No digits that say nothing: "25.030" is "25.03". */
function plain(degrees: JsonValue): string {
  const number = new Decimal(String(degrees));
  return (number.isZero() ? number.abs() : number).toFixed();
}

function writePlace(value: JsonValue): string {
  return KEYS.map((key) => String(pieceOf(value, key))).join(', ');
}

/** "25.03, 121.56", "25.03°N 121.56°E" or the JSON of the API. */
function readPlace(cell: string): ParsedText {
  const text = cell.normalize('NFKC').trim();
  if (text === '') return { ok: true, value: null };
  const degrees = readJsonDegrees(text) ?? readDegrees(text);
  if (degrees && new RegExp(LATITUDE).test(degrees[0]) && new RegExp(LONGITUDE).test(degrees[1])) {
    return { ok: true, value: { latitude: plain(degrees[0]), longitude: plain(degrees[1]) } };
  }
  return refuse('place-expected', { ...expected, words: { cell: quote(cell) } });
}

type Degrees = readonly [latitude: string, longitude: string];

function readJsonDegrees(text: string): Degrees | undefined {
  const { latitude, longitude } = readJsonCell(text, KEYS) ?? {};
  return typeof latitude === 'string' && typeof longitude === 'string' ? [latitude, longitude] : undefined;
}

function readDegrees(text: string): Degrees | undefined {
  const found = /^\(?([+-]?\d{1,2}(?:\.\d{1,15})?)°?\s*([NS])?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d{1,15})?)°?\s*([EW])?\)?$/iu.exec(text);
  if (!found) return undefined;
  const [, latitude = '', northOrSouth, longitude = '', eastOrWest] = found;
  return [signed(latitude, northOrSouth, 'S'), signed(longitude, eastOrWest, 'W')];
}

function signed(degrees: string, letter: string | undefined, negative: string): string {
  const bare = degrees.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1');
  return letter?.toUpperCase() === negative ? `-${bare.replace('-', '')}` : bare;
}

/** Latitude and longitude with a comma between them; the pattern is tested first, so that no other text reaches the numbers. */
function fromText(): Cast {
  const degrees = (column: RawBuilder<unknown>, index: number) => sql`split_part(${column}, ',', ${sql.lit(index)})::numeric`;
  const written = (column: RawBuilder<unknown>, index: number) => sql`trim_scale(${degrees(column, index)})::text`;
  return fittingOr({
    fits: (column) =>
      sql<boolean>`case when ${column} ~ '^\\s*[+-]?\\d{1,2}(\\.\\d{1,15})?\\s*,\\s*[+-]?\\d{1,3}(\\.\\d{1,15})?\\s*$' then abs(${degrees(column, 1)}) <= 90 and abs(${degrees(column, 2)}) <= 180 else ${column} is null end`,
    value: (column) => whenPresent(column, sql`jsonb_build_object('latitude', ${written(column, 1)}, 'longitude', ${written(column, 2)})`),
  });
}

const expected: Wording = {
  en: 'Expected latitude and longitude such as 25.03, 121.56, found {cell}.',
  'zh-TW': '應為緯度與經度，例如 25.03, 121.56，但內容是{cell}。',
  'zh-CN': '应为纬度与经度，例如 25.03, 121.56，但内容是{cell}。',
};
