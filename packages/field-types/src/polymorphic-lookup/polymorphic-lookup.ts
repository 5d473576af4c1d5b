import { sql } from 'kysely';
import type { FieldSettings, FieldType, ParsedText } from '../field-type.js';
import type { JsonValue } from '../json-schema.js';
import type { Wording } from '../language/sentence.js';
import { inverseSchema, type LookupInverse, objectNameSchema, readInverse } from '../lookup/lookup.js';
import { present, readGuanxiTexts } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';
import { quote, refuse } from '../read-text/refuse.js';
import { readRecordId, recordIdSchema } from '../record-id/record-id-value.js';
import { asItIs, compareText } from '../text/text-value.js';
import { entryOf, keyOf, pointerOf, toPointer } from './pointer.js';

export interface PolymorphicLookupSettings extends FieldSettings {
  /** Names of the objects that values may point to. */
  readonly targets: readonly string[];
  /** The list on the other side, the same on each of them. */
  readonly inverse?: LookupInverse;
}

/**
 * A reference to a record of one of several objects: `{ customer: "<id>" }`, or "Customer:<id>" in files. The record keeps
 * it in a lookup per object.
 */
export const polymorphicLookup: FieldType<PolymorphicLookupSettings> = {
  name: 'polymorphicLookup',
  propertySchema: describeProperty({
    type: 'polymorphicLookup',
    keywords: { type: { const: 'object' } },
    guanxi: { targets: { type: 'array', items: objectNameSchema, minItems: 1, maxItems: 20, uniqueItems: true }, inverse: inverseSchema },
    guanxiRequired: ['targets'],
  }),
  defaultSettings: { targets: [] },
  readSettings: (property) => ({ targets: readGuanxiTexts(property, 'targets'), ...present({ inverse: readInverse(property) }) }),
  writeSettings: ({ targets, inverse }) => ({ keywords: { type: 'object' }, guanxi: { type: 'polymorphicLookup', targets, ...present({ inverse }) } }),
  valueSchema: ({ targets }) => ({
    type: 'object',
    properties: Object.fromEntries(targets.map((target) => [keyOf(target), recordIdSchema])),
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
  }),
  storage: () => 'members',
  column: () => ({ name: 'jsonb' }),
  scalar: 'JSON',
  operators: [],
  formulaType: 'reference',
  sortable: false,
  searchable: false,
  text: () => sql<null>`null::text`,
  display: writeEntry,
  toJson: asItIs,
  normalize: (value) => {
    const entry = entryOf(value);
    return entry && { [entry[0]]: entry[1].toLowerCase() };
  },
  parseText: readPointer,
  formatText: writePointer,
  compare: (left, right) => compareText(writeEntry(left), writeEntry(right)),
  castFrom: {},
};

function writePointer(value: JsonValue, { targets }: PolymorphicLookupSettings): string {
  const pointer = pointerOf(value, targets);
  return pointer ? `${pointer.target}:${pointer.id}` : '';
}

function writeEntry(value: JsonValue): string {
  return entryOf(value)?.join(':') ?? '';
}

function readPointer(cell: string, { targets }: PolymorphicLookupSettings): ParsedText {
  const text = cell.trim();
  if (text === '') return { ok: true, value: null };
  const [name = '', ...rest] = text.split(/[:：]/u);
  const target = targets.find((known) => known.toLowerCase() === name.trim().toLowerCase());
  const id = readRecordId(rest.join(':'));
  if (target === undefined || (id.ok && id.value === null)) return refuse('pointer-expected', { ...expected, words: { offered: targets.join(', '), cell: quote(cell) } });
  return id.ok ? { ok: true, value: toPointer(target, String(id.value)) } : id;
}

const expected: Wording = {
  en: 'Expected the name of an object ({offered}), a colon and the id of a record, found {cell}.',
  'zh-TW': '應為物件名稱（{offered}）、冒號及記錄的 ID，但內容是{cell}。',
  'zh-CN': '应为对象名称（{offered}）、冒号及记录的 ID，但内容是{cell}。',
};
