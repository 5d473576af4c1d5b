import { sql } from 'kysely';
import type { Cast, FieldSettings, FieldType } from '../field-type.js';
import type { JsonValue } from '../json-schema.js';
import type { Wording } from '../language/sentence.js';
import { describeProperty } from '../property-schema.js';
import { quote, refuse } from '../read-text/refuse.js';
import { asItIs, compareText } from '../text/text-value.js';
import { canonicalJson, storableJson } from './canonical-json.js';

const expected: Wording = {
  en: 'Expected JSON such as {example}, found {cell}.',
  'zh-TW': '應為 JSON，例如 {example}，但內容是{cell}。',
  'zh-CN': '应为 JSON，例如 {example}，但内容是{cell}。',
};

const asJson: Cast = { convert: (column) => sql`to_jsonb(${column})` };

/** Any JSON but null, which is no value. */
export const json: FieldType<FieldSettings> = {
  name: 'json',
  // The keyword `type` would narrow what may stand there, and this kind narrows nothing.
  propertySchema: describeProperty({ type: 'json', keywords: { type: { not: {} } } }),
  defaultSettings: {},
  readSettings: () => ({}),
  writeSettings: () => ({ keywords: {}, guanxi: { type: 'json' } }),
  valueSchema: () => ({ not: { type: 'null' } }),
  column: () => ({ name: 'jsonb' }),
  scalar: 'JSON',
  operators: ['isBlank'],
  formulaType: 'text',
  sortable: false,
  searchable: false,
  text: (column) => sql<string | null>`${column}::text`,
  display: canonicalJson,
  toJson: asItIs,
  normalize: storableJson,
  parseText: (cell) => {
    const text = cell.trim();
    if (text === '') return { ok: true, value: null };
    try {
      return { ok: true, value: storableJson(JSON.parse(text) as JsonValue) };
    } catch {
      return refuse('json-expected', { ...expected, words: { example: '["a", 1]', cell: quote(cell) } });
    }
  },
  formatText: (value) => JSON.stringify(value),
  compare: (left, right) => compareText(canonicalJson(left), canonicalJson(right)),
  castFrom: { address: { convert: asItIs }, personName: { convert: asItIs }, geolocation: { convert: asItIs }, multiPicklist: asJson },
};
