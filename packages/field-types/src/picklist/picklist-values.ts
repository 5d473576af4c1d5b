import type { FieldProperty, FieldSettings } from '../field-type.js';
import type { JsonSchema, JsonValue } from '../json-schema.js';
import { say, type Word, type Wording } from '../language/sentence.js';
import { translate } from '../language/translate.js';
import { present, readGuanxiText } from '../property-reading.js';

export type PicklistValue = {
  /** What is stored and what the API carries. */
  readonly value: string;
  readonly label: string;
  readonly color?: string;
  /** Labels in other languages, by BCP 47 tag. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Records that hold the value keep it, but it is offered no more. */
  readonly active?: false;
};

/** Which values another picklist of the object leaves to choose from. A value of it that is not listed leaves none. */
export type PicklistDependency = { readonly field: string; readonly values: Readonly<Record<string, readonly string[]>> };

export interface PicklistSettings extends FieldSettings {
  readonly values: readonly PicklistValue[];
  /** Name of the global picklist that `values` are taken from by whoever knows it; the field itself then lists none. */
  readonly valueSet?: string;
  readonly dependsOn?: PicklistDependency;
}

const MOST = 1000;

const name: JsonSchema = { type: 'string', minLength: 1, maxLength: 255, pattern: '^\\S(.*\\S)?$' };

const valueEntry: JsonSchema = {
  type: 'object',
  properties: {
    value: name,
    label: name,
    color: { type: 'string', minLength: 1, maxLength: 40 },
    labels: { type: 'object', additionalProperties: name },
    active: { type: 'boolean' },
  },
  required: ['value'],
  additionalProperties: false,
};

const dependency: JsonSchema = {
  type: 'object',
  properties: {
    field: { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 },
    values: { type: 'object', additionalProperties: { type: 'array', items: name, maxItems: MOST, uniqueItems: true } },
  },
  required: ['field', 'values'],
  additionalProperties: false,
};

/** The list of what may be chosen, as the JSON Schema keyword `enum` has it. */
export const enumSchema: JsonSchema = { type: 'array', items: name, minItems: 1, maxItems: MOST, uniqueItems: true };

/** What every kind of picklist says under `guanxi`. */
export const picklistKeywords: Readonly<Record<string, JsonSchema>> = {
  values: { type: 'array', items: valueEntry, maxItems: MOST },
  valueSet: { type: 'string', pattern: '^[A-Z][A-Za-z0-9]*$', maxLength: 60 },
  dependsOn: dependency,
};

/** A field without a list of its own takes its values from a global picklist. */
export function unlessFromValueSet(schema: JsonSchema): JsonSchema {
  return { if: { type: 'object', properties: { guanxi: { type: 'object', required: ['valueSet'] } } }, else: schema };
}

export function readPicklist(property: FieldProperty, listed: unknown): PicklistSettings {
  const allowed = Array.isArray(listed) ? listed.filter((value) => typeof value === 'string') : [];
  const shown = Array.isArray(property.guanxi['values']) ? (property.guanxi['values'] as readonly ShownValue[]) : [];
  const dependsOn = property.guanxi['dependsOn'] as PicklistDependency | undefined;
  return { values: allowed.map((value) => readValue(value, shown)), ...present({ valueSet: readGuanxiText(property, 'valueSet'), dependsOn }) };
}

/** The entries of the `guanxi` keyword; the values of a global picklist stay where they are. */
export function writePicklist({ values, valueSet, dependsOn }: PicklistSettings): FieldSettings {
  return { ...(valueSet === undefined ? { values } : { valueSet }), ...present({ dependsOn }) };
}

/** The value that text from a file means: the value itself before any label, in whatever case and language. */
export function findValue(text: string, values: readonly PicklistValue[]): PicklistValue | undefined {
  const wanted = fold(text);
  return (
    values.find(({ value }) => value === text.trim()) ??
    values.find(({ value, label, labels }) => [value, label, ...Object.values(labels ?? {})].some((known) => fold(known) === wanted))
  );
}

/** The values that can be chosen, as a word of a sentence. */
export function offeredWord(values: readonly PicklistValue[]): Word {
  const offered = values.filter(({ active }) => active !== false);
  const more = offered.length > 12 ? ' …' : '';
  return (locale) => offered.slice(0, 12).map(({ label, labels }) => translate(label, labels, locale)).join(say(comma, locale)) + more;
}

interface ShownValue extends Omit<Partial<PicklistValue>, 'active'> {
  readonly active?: boolean;
}

function readValue(value: string, shown: readonly ShownValue[]): PicklistValue {
  const { label = value, color, labels, active } = shown.find((entry) => entry.value === value) ?? {};
  return { value, label, ...present({ color, labels, active: active === false ? (false as const) : undefined }) };
}

function fold(text: JsonValue): string {
  return String(text).normalize('NFKC').trim().toLowerCase();
}

const comma: Wording = { en: ', ', 'zh-TW': '、', 'zh-CN': '、' };

export const expectedListed: Wording = {
  en: 'Expected one of {offered}, found {cell}.',
  'zh-TW': '應為以下其中之一：{offered}，但內容是{cell}。',
  'zh-CN': '应为以下之一：{offered}，但内容是{cell}。',
};
