import { sql } from 'kysely';
import type { FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { Wording } from '../language/sentence.js';
import { describeProperty } from '../property-schema.js';
import { quote, refuse } from '../read-text/refuse.js';
import { asItIs } from '../text/text-value.js';

const YES = ['true', 't', 'yes', 'y', '1', 'on', 'x', '✓', '是', '真', '对', '對', '有', 'ja', 'oui', 'sí', 'si', 'sim', 'はい', '예'];
const NO = ['false', 'f', 'no', 'n', '0', 'off', '否', '假', '错', '錯', '无', '無', 'nein', 'non', 'não', 'いいえ', '아니요'];

const expected: Wording = { en: 'Expected yes or no, found {cell}.', 'zh-TW': '應為是或否，但內容是{cell}。', 'zh-CN': '应为是或否，但内容是{cell}。' };
const choices: Wording = {
  en: 'Write yes, no, true, false, 1, 0, 是 or 否.',
  'zh-TW': '請填寫是、否、yes、no、true、false、1 或 0。',
  'zh-CN': '请填写是、否、yes、no、true、false、1 或 0。',
};

const list = (words: readonly string[]) => sql.join(words.map((word) => sql.lit(word)));

const fromWords = fittingOr({
  fits: (column) => sql<boolean>`(${column} is null or lower(btrim(${column})) in (${list([...YES, ...NO])}))`,
  value: (column) => sql`lower(btrim(${column})) in (${list(YES)})`,
});

/** Yes or no; blank where nobody has said. */
export const boolean: FieldType<FieldSettings> = {
  name: 'boolean',
  propertySchema: describeProperty({ type: 'boolean', keywords: { type: { const: 'boolean' } } }),
  defaultSettings: {},
  readSettings: () => ({}),
  writeSettings: () => ({ keywords: { type: 'boolean' }, guanxi: { type: 'boolean' } }),
  valueSchema: () => ({ type: 'boolean' }),
  column: () => ({ name: 'boolean' }),
  scalar: 'Boolean',
  operators: ['eq', 'ne', 'isBlank'],
  formulaType: 'boolean',
  sortable: true,
  searchable: false,
  toJson: asItIs,
  normalize: (value) => value,
  parseText: (cell) => {
    const word = cell.normalize('NFKC').trim().toLowerCase();
    if (word === '') return { ok: true, value: null };
    if (YES.includes(word)) return { ok: true, value: true };
    if (NO.includes(word)) return { ok: true, value: false };
    return refuse('boolean-expected', { ...expected, words: { cell: quote(cell) } }, choices);
  },
  formatText: String,
  compare: (left, right) => Number(left) - Number(right),
  castFrom: {
    text: fromWords,
    longText: fromWords,
    picklist: fromWords,
    integer: fittingOr({ fits: (column) => sql<boolean>`${column} in (0, 1)`, value: (column) => sql`${column} = 1` }),
  },
};
