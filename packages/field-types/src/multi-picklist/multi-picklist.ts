import { sql } from 'kysely';
import type { FieldType, ParsedText } from '../field-type.js';
import type { JsonSchema, JsonValue } from '../json-schema.js';
import { enumSchema, expectedListed, findValue, offeredWord, picklistKeywords, type PicklistSettings, readPicklist, unlessFromValueSet, writePicklist } from '../picklist/picklist-values.js';
import { describeProperty } from '../property-schema.js';
import { quote, refuse } from '../read-text/refuse.js';
import { asItIs, compareText } from '../text/text-value.js';
import { castsToList } from './multi-picklist-casts.js';

const itemsSchema: JsonSchema = { type: 'object', properties: { type: { const: 'string' }, enum: enumSchema }, required: ['type'], additionalProperties: false };

/** Several of a list of values: a list in the API, in the order of code points and never empty (that is null). */
export const multiPicklist: FieldType<PicklistSettings> = {
  name: 'multiPicklist',
  propertySchema: describeProperty({
    type: 'multiPicklist',
    keywords: { type: { const: 'array' }, uniqueItems: { const: true }, items: itemsSchema },
    guanxi: picklistKeywords,
    required: ['items'],
    also: unlessFromValueSet({ properties: { items: { type: 'object', required: ['enum'] } } }),
  }),
  defaultSettings: { values: [] },
  readSettings: (property) => readPicklist(property, (property['items'] as JsonSchema | undefined)?.['enum']),
  writeSettings: (settings) => ({
    keywords: {
      type: 'array',
      items: { type: 'string', ...(settings.valueSet === undefined ? { enum: settings.values.map(({ value }) => value) } : {}) },
      uniqueItems: true,
    },
    guanxi: { type: 'multiPicklist', ...writePicklist(settings) },
  }),
  valueSchema: ({ values }) => ({ type: 'array', items: { type: 'string', enum: values.map(({ value }) => value) }, maxItems: 1000 }),
  column: () => ({ name: 'text[]' }),
  list: true,
  scalar: 'String',
  operators: ['includes', 'includesAll', 'excludes', 'eq', 'isBlank'],
  formulaType: 'multipicklist',
  sortable: false,
  searchable: false,
  text: (column) => sql<string | null>`array_to_string(${column}, '; ')`,
  display: (value) => listOf(value).join('; '),
  toJson: asItIs,
  normalize: (value) => inOrder(listOf(value)),
  parseText: readList,
  formatText: (value) => listOf(value).map(writeItem).join('; '),
  compare: compareLists,
  castFrom: castsToList,
};

function readList(cell: string, { values }: PicklistSettings): ParsedText {
  const found = splitList(cell).map((text) => ({ text, entry: findValue(text, values) }));
  const unknown = found.find(({ entry }) => entry === undefined);
  if (unknown) return refuse('not-in-list', { ...expectedListed, words: { offered: offeredWord(values), cell: quote(unknown.text) } });
  return { ok: true, value: inOrder(found.flatMap(({ entry }) => (entry ? [entry.value] : []))) };
}

/** A value with a semicolon in it stands in quotation marks, which are doubled inside. */
function writeItem(item: string): string {
  return /[;"]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item;
}

function splitList(cell: string): string[] {
  const items = cell.match(/\s*("(?:[^"]|"")*"\s*(?=[;；]|$)|[^;；]*)(?:[;；]|$)/gu) ?? [];
  return items.map((item) => item.replace(/[;；]$/u, '').trim()).filter((item) => item !== '').map((item) => (/^".*"$/s.test(item) ? item.slice(1, -1).replaceAll('""', '"') : item));
}

function listOf(value: JsonValue): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function inOrder(values: readonly string[]): readonly string[] | null {
  return values.length === 0 ? null : [...new Set(values)].sort(compareText);
}

/** As PostgreSQL compares arrays: item by item, then by length. */
function compareLists(left: JsonValue, right: JsonValue): number {
  const [one, other] = [listOf(left), listOf(right)];
  for (const [index, item] of one.entries()) {
    const opposite = other[index];
    if (opposite === undefined) return 1;
    const difference = compareText(item, opposite);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
