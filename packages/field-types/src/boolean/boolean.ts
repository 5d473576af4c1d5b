import { sql } from 'kysely';
import type { FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import { describeProperty } from '../property-schema.js';
import { quote, refuse } from '../read-text/refuse.js';
import { asItIs } from '../text/text-value.js';

const YES = ['true', 't', 'yes', 'y', '1', 'on', 'x', '✓', '是', '真', '对', '對', '有', 'ja', 'oui', 'sí', 'si', 'sim', 'はい', '예'];
const NO = ['false', 'f', 'no', 'n', '0', 'off', '否', '假', '错', '錯', '无', '無', 'nein', 'non', 'não', 'いいえ', '아니요'];

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
    return refuse('boolean-expected', `Expected yes or no, found ${quote(cell)}.`, 'Write yes, no, true, false, 1, 0, 是 or 否.');
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
