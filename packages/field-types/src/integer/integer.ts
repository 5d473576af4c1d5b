import type { FieldSettings, FieldType } from '../field-type.js';
import { compareDecimals, numberOperators } from '../decimal/decimal-value.js';
import type { Wording } from '../language/sentence.js';
import { readNumber } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';
import { readNumberText } from '../read-text/read-number.js';
import { quote, refuse } from '../read-text/refuse.js';
import { asItIs } from '../text/text-value.js';
import { castsToInteger } from './integer-casts.js';

export interface IntegerSettings extends FieldSettings {
  readonly minimum: number;
  readonly maximum: number;
}

const LARGEST = Number.MAX_SAFE_INTEGER;
const bound = { type: 'integer', minimum: -LARGEST, maximum: LARGEST };

const whole: Wording = { en: 'Expected a whole number, found {cell}.', 'zh-TW': '應為整數，但內容是{cell}。', 'zh-CN': '应为整数，但内容是{cell}。' };
const between: Wording = {
  en: 'Expected a whole number from {minimum} to {maximum}, found {cell}.',
  'zh-TW': '應為 {minimum} 到 {maximum} 的整數，但內容是{cell}。',
  'zh-CN': '应为 {minimum} 到 {maximum} 的整数，但内容是{cell}。',
};

/** A whole number that JavaScript holds exactly (53 bits). */
export const integer: FieldType<IntegerSettings> = {
  name: 'integer',
  propertySchema: describeProperty({ type: 'integer', keywords: { type: { const: 'integer' }, minimum: bound, maximum: bound } }),
  defaultSettings: { minimum: -LARGEST, maximum: LARGEST },
  readSettings: (property) => ({
    minimum: readNumber(property, 'minimum', -LARGEST),
    maximum: readNumber(property, 'maximum', LARGEST),
  }),
  writeSettings: ({ minimum, maximum }) => ({
    keywords: {
      type: 'integer',
      ...(minimum > -LARGEST ? { minimum } : {}),
      ...(maximum < LARGEST ? { maximum } : {}),
    },
    guanxi: { type: 'integer' },
  }),
  valueSchema: ({ minimum, maximum }) => ({ type: 'integer', minimum, maximum }),
  column: () => ({ name: 'bigint' }),
  scalar: 'Integer',
  operators: numberOperators,
  formulaType: 'number',
  sortable: true,
  searchable: false,
  toJson: asItIs,
  normalize: (value) => (Object.is(value, -0) ? 0 : value),
  parseText: (cell, { minimum, maximum }, { locale }) => {
    const read = readNumberText(cell, locale);
    if (!read.ok || read.value === null) return read;
    const value = Number(read.value);
    if (!/^-?\d+$/.test(read.value) || !Number.isSafeInteger(value)) {
      return refuse('integer-expected', { ...whole, words: { cell: quote(cell) } });
    }
    if (value >= minimum && value <= maximum) return { ok: true, value: value === 0 ? 0 : value };
    return refuse('out-of-range', { ...between, words: { minimum: String(minimum), maximum: String(maximum), cell: quote(cell) } });
  },
  formatText: String,
  compare: compareDecimals,
  castFrom: castsToInteger,
};
