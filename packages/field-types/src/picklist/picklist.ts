import { type RawBuilder, sql } from 'kysely';
import type { Cast, FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import { describeProperty } from '../property-schema.js';
import { quote, refuse } from '../read-text/refuse.js';
import { asItIs, compareText } from '../text/text-value.js';
import { enumSchema, expectedListed, findValue, offeredWord, picklistKeywords, type PicklistSettings, readPicklist, unlessFromValueSet, writePicklist } from './picklist-values.js';

export type { PicklistDependency, PicklistSettings, PicklistValue } from './picklist-values.js';

const listed = (column: RawBuilder<unknown>, settings: FieldSettings) => {
  const values = (settings as PicklistSettings).values.map(({ value }) => sql.lit(value));
  return values.length === 0 ? sql<boolean>`${column} is null` : sql<boolean>`${column} in (${sql.join(values)})`;
};

const fromText: Cast = fittingOr({ fits: (column, { to }) => listed(sql`btrim(${column})`, to), value: (column) => sql`btrim(${column})` });

/** The one value that a list has; of several none would be the right one to keep. */
const fromList: Cast = fittingOr({
  fits: (column, { to }) => sql<boolean>`(${column} is null or (cardinality(${column}) = 1 and ${listed(sql`(${column})[1]`, to)}))`,
  value: (column) => sql`(${column})[1]`,
});

/** One of a list of values. `enum` is the list; `guanxi.values` says how each is shown. */
export const picklist: FieldType<PicklistSettings> = {
  name: 'picklist',
  propertySchema: describeProperty({
    type: 'picklist',
    keywords: { type: { const: 'string' }, enum: enumSchema },
    guanxi: picklistKeywords,
    also: unlessFromValueSet({ required: ['enum'] }),
  }),
  defaultSettings: { values: [] },
  readSettings: (property) => readPicklist(property, property['enum']),
  writeSettings: (settings) => ({
    keywords: { type: 'string', ...(settings.valueSet === undefined ? { enum: settings.values.map(({ value }) => value) } : {}) },
    guanxi: { type: 'picklist', ...writePicklist(settings) },
  }),
  valueSchema: ({ values }) => ({ type: 'string', enum: values.map(({ value }) => value) }),
  column: () => ({ name: 'text' }),
  scalar: 'String',
  operators: ['eq', 'ne', 'in', 'notIn', 'isBlank'],
  formulaType: 'picklist',
  sortable: true,
  searchable: false,
  toJson: asItIs,
  normalize: (value) => value,
  parseText: (cell, { values }) => {
    if (cell.trim() === '') return { ok: true, value: null };
    const found = findValue(cell, values);
    if (found) return { ok: true, value: found.value };
    return refuse('not-in-list', { ...expectedListed, words: { offered: offeredWord(values), cell: quote(cell) } });
  },
  formatText: String,
  compare: compareText,
  castFrom: { picklist: fromText, text: fromText, longText: fromText, multiPicklist: fromList },
};
