import { type RawBuilder, sql } from 'kysely';
import type { Cast, FieldProperty, FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { JsonValue } from '../json-schema.js';
import { say, type Word, type Wording } from '../language/sentence.js';
import { translate } from '../language/translate.js';
import { describeProperty } from '../property-schema.js';
import { quote, refuse } from '../read-text/refuse.js';
import { asItIs, compareText } from '../text/text-value.js';

export type PicklistValue = {
  /** What is stored and what the API carries. */
  readonly value: string;
  readonly label: string;
  readonly color?: string;
  /** Labels in other languages, by BCP 47 tag. */
  readonly labels?: Readonly<Record<string, string>>;
};

export interface PicklistSettings extends FieldSettings {
  readonly values: readonly PicklistValue[];
}

const name = { type: 'string', minLength: 1, maxLength: 255, pattern: '^\\S(.*\\S)?$' };

const valueEntry = {
  type: 'object',
  properties: {
    value: name,
    label: name,
    color: { type: 'string', minLength: 1, maxLength: 40 },
    labels: { type: 'object', additionalProperties: name },
  },
  required: ['value'],
  additionalProperties: false,
};

const listed = (column: RawBuilder<unknown>, settings: FieldSettings) => {
  const values = (settings as PicklistSettings).values.map(({ value }) => sql.lit(value));
  return values.length === 0 ? sql<boolean>`${column} is null` : sql<boolean>`${column} in (${sql.join(values)})`;
};

const fromText: Cast = fittingOr({ fits: (column, { to }) => listed(sql`btrim(${column})`, to), value: (column) => sql`btrim(${column})` });

const expected: Wording = {
  en: 'Expected one of {offered}, found {cell}.',
  'zh-TW': '應為以下其中之一：{offered}，但內容是{cell}。',
  'zh-CN': '应为以下之一：{offered}，但内容是{cell}。',
};

const comma: Wording = { en: ', ', 'zh-TW': '、', 'zh-CN': '、' };

/** One of a list of values. `enum` is the list; `guanxi.values` says how each is shown. */
export const picklist: FieldType<PicklistSettings> = {
  name: 'picklist',
  propertySchema: describeProperty({
    type: 'picklist',
    keywords: { type: { const: 'string' }, enum: { type: 'array', items: name, minItems: 1, maxItems: 1000, uniqueItems: true } },
    guanxi: { values: { type: 'array', items: valueEntry, maxItems: 1000 } },
    required: ['enum'],
  }),
  defaultSettings: { values: [] },
  readSettings: (property) => ({ values: readValues(property) }),
  writeSettings: ({ values }) => ({
    keywords: { type: 'string', enum: values.map(({ value }) => value) },
    guanxi: { type: 'picklist', values },
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
    const wanted = fold(cell);
    if (wanted === '') return { ok: true, value: null };
    const found =
      values.find(({ value }) => value === cell.trim()) ??
      values.find(({ value, label, labels }) => [value, label, ...Object.values(labels ?? {})].some((text) => fold(text) === wanted));
    if (found) return { ok: true, value: found.value };
    return refuse('not-in-list', { ...expected, words: { offered: offer(values), cell: quote(cell) } });
  },
  formatText: String,
  compare: compareText,
  castFrom: { picklist: fromText, text: fromText, longText: fromText },
};

function readValues(property: FieldProperty): PicklistValue[] {
  const allowed = Array.isArray(property['enum']) ? property['enum'].filter((value) => typeof value === 'string') : [];
  const shown = Array.isArray(property.guanxi['values']) ? (property.guanxi['values'] as readonly Partial<PicklistValue>[]) : [];
  return allowed.map((value) => {
    const { label = value, color, labels } = shown.find((entry) => entry.value === value) ?? {};
    return { value, label, ...(color === undefined ? {} : { color }), ...(labels === undefined ? {} : { labels }) };
  });
}

function offer(values: readonly PicklistValue[]): Word {
  const more = values.length > 12 ? ' …' : '';
  return (locale) => values.slice(0, 12).map(({ label, labels }) => translate(label, labels, locale)).join(say(comma, locale)) + more;
}

function fold(text: JsonValue): string {
  return String(text).normalize('NFKC').trim().toLowerCase();
}
