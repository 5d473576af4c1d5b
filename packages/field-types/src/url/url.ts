import { sql } from 'kysely';
import type { Cast, FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { Wording } from '../language/sentence.js';
import { describeProperty } from '../property-schema.js';
import { quote, refuse } from '../read-text/refuse.js';
import { asItIs, compareText, normalizeLine, textOperators } from '../text/text-value.js';

/** Only http and https: other schemes, such as javascript:, would run in the page that shows the link. */
const PATTERN = '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#\\u0000][^\\s\\u0000]*$';
const LONGEST = 2048;

const expected: Wording = {
  en: 'Expected a web address such as https://example.com, found {cell}.',
  'zh-TW': '應為網址，例如 https://example.com，但內容是{cell}。',
  'zh-CN': '应为网址，例如 https://example.com，但内容是{cell}。',
};

const fromText: Cast = fittingOr({
  fits: (column) =>
    sql<boolean>`(btrim(${column}) ~ '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]\\S*$' and length(btrim(${column})) <= ${sql.lit(LONGEST)})`,
  value: (column) => sql`btrim(${column})`,
});

/** A web address. */
export const url: FieldType<FieldSettings> = {
  name: 'url',
  propertySchema: describeProperty({ type: 'url', keywords: { type: { const: 'string' }, format: { const: 'uri' } } }),
  defaultSettings: {},
  readSettings: () => ({}),
  writeSettings: () => ({ keywords: { type: 'string', format: 'uri' }, guanxi: { type: 'url' } }),
  valueSchema: () => ({ type: 'string', maxLength: LONGEST, pattern: PATTERN }),
  column: () => ({ name: 'text' }),
  scalar: 'String',
  operators: textOperators,
  formulaType: 'text',
  sortable: true,
  searchable: false,
  toJson: asItIs,
  normalize: normalizeLine,
  parseText: (cell) => {
    const line = normalizeLine(cell);
    if (line === null) return { ok: true, value: null };
    const address = /^[\w-]+(\.[\w-]+)+(?:[:/?#]\S*)?$/u.test(line) ? `https://${line}` : line;
    if (new RegExp(PATTERN, 'u').test(address) && address.length <= LONGEST) return { ok: true, value: address };
    return refuse('url-expected', { ...expected, words: { cell: quote(cell) } });
  },
  formatText: String,
  compare: compareText,
  castFrom: { text: fromText, longText: fromText },
};
