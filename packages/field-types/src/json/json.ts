import { sql } from 'kysely';
import type { Cast, FieldSettings, FieldType } from '../field-type.js';
import { describeProperty } from '../property-schema.js';
import { asItIs, compareText } from '../text/text-value.js';
import { canonicalJson } from './canonical-json.js';
import { readJson } from './read-json.js';
import { storableJson } from './storable-json.js';

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
  parseText: readJson,
  formatText: (value) => JSON.stringify(value),
  compare: (left, right) => compareText(canonicalJson(left), canonicalJson(right)),
  castFrom: { address: { convert: asItIs }, personName: { convert: asItIs }, geolocation: { convert: asItIs }, multiPicklist: asJson },
};
