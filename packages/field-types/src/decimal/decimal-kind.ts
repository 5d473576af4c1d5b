import { Decimal } from 'decimal.js';
import { sql } from 'kysely';
import type { FieldType, ParsedText } from '../field-type.js';
import type { JsonValue } from '../json-schema.js';
import type { Wording } from '../language/sentence.js';
import { readNumberText } from '../read-text/read-number.js';
import { quote, refuse } from '../read-text/refuse.js';
import { castsToDecimal } from './decimal-casts.js';
import { compareDecimals, type DecimalSettings, decimalSchema, normalizeDecimal, numberOperators } from './decimal-value.js';

type KindOfDecimal = Omit<FieldType<DecimalSettings>, 'name' | 'propertySchema' | 'defaultSettings' | 'readSettings' | 'writeSettings'>;

/** What decimal, currency and percent have alike: exact numbers that travel as text. */
export const kindOfDecimal: KindOfDecimal = {
  valueSchema: decimalSchema,
  column: ({ precision, scale }) => ({ name: 'numeric', arguments: [precision, scale] }),
  scalar: 'Decimal',
  operators: numberOperators,
  formulaType: 'number',
  sortable: true,
  searchable: false,
  toJson: (column) => sql`${column}::text`,
  normalize: normalizeDecimal,
  parseText: (cell, settings, { locale }) => readDecimal(cell, settings, locale),
  formatText: (value: JsonValue) => String(value),
  compare: compareDecimals,
  castFrom: castsToDecimal,
};

function readDecimal(cell: string, settings: DecimalSettings, locale: string): ParsedText {
  const read = readNumberText(cell, locale);
  if (!read.ok || read.value === null) return read;
  const { precision, scale } = settings;
  const number = new Decimal(read.value);
  if (number.decimalPlaces() > scale) {
    const words = { scale: String(scale), found: String(number.decimalPlaces()), cell: quote(cell) };
    return refuse('too-many-decimals', { ...tooManyDecimals, words }, roundIt);
  }
  if (number.abs().lessThan(`1e${precision - scale}`)) return { ok: true, value: normalizeDecimal(read.value, settings) };
  return refuse('out-of-range', { ...outOfRange, words: { digits: String(precision - scale), cell: quote(cell) } });
}

const tooManyDecimals: Wording = {
  en: 'Expected at most {scale} digits after the decimal point, found {found} in {cell}.',
  'zh-TW': '小數最多 {scale} 位，但{cell}有 {found} 位。',
  'zh-CN': '小数最多 {scale} 位，但{cell}有 {found} 位。',
};

const roundIt: Wording = {
  en: 'Round the value in the file, or give the field more decimals.',
  'zh-TW': '請將檔案中的值四捨五入，或增加欄位的小數位數。',
  'zh-CN': '请将文件中的值四舍五入，或增加字段的小数位数。',
};

const outOfRange: Wording = {
  en: 'Expected at most {digits} digits before the decimal point, found {cell}.',
  'zh-TW': '整數最多 {digits} 位，但內容是{cell}。',
  'zh-CN': '整数最多 {digits} 位，但内容是{cell}。',
};
