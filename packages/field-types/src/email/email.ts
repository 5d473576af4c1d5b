import { sql } from 'kysely';
import type { Cast, FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { Wording } from '../language/sentence.js';
import { describeProperty } from '../property-schema.js';
import { quote, refuse } from '../read-text/refuse.js';
import { asItIs, compareText, normalizeLine, textOperators } from '../text/text-value.js';

/** Something, an @, and a domain with a dot; whether mail arrives only sending shows. */
const PATTERN = '^[^\\s@<>"\\u0000]+@[^\\s@<>"\\u0000.]+(\\.[^\\s@<>"\\u0000.]+)+$';
const LONGEST = 254;

const expected: Wording = {
  en: 'Expected an e-mail address such as ada@example.com, found {cell}.',
  'zh-TW': '應為電子郵件地址，例如 ada@example.com，但內容是{cell}。',
  'zh-CN': '应为电子邮件地址，例如 ada@example.com，但内容是{cell}。',
};

const fromText: Cast = fittingOr({
  fits: (column) =>
    sql<boolean>`(btrim(${column}) ~ '^[^\\s@<>"]+@[^\\s@<>".]+(\\.[^\\s@<>".]+)+$' and length(btrim(${column})) <= ${sql.lit(LONGEST)})`,
  value: (column) => sql`lower(btrim(${column}))`,
});

/** An e-mail address in lower case. */
export const email: FieldType<FieldSettings> = {
  name: 'email',
  propertySchema: describeProperty({ type: 'email', keywords: { type: { const: 'string' }, format: { const: 'email' } } }),
  defaultSettings: {},
  readSettings: () => ({}),
  writeSettings: () => ({ keywords: { type: 'string', format: 'email' }, guanxi: { type: 'email' } }),
  valueSchema: () => ({ type: 'string', maxLength: LONGEST, pattern: PATTERN }),
  column: () => ({ name: 'text' }),
  scalar: 'String',
  operators: textOperators,
  formulaType: 'text',
  sortable: true,
  searchable: true,
  toJson: asItIs,
  normalize: (value) => normalizeLine(value)?.toLowerCase() ?? null,
  parseText: (cell) => {
    const address = normalizeLine(cell.trim().replace(/^mailto:/i, ''))?.toLowerCase() ?? null;
    if (address === null || (new RegExp(PATTERN, 'u').test(address) && address.length <= LONGEST)) return { ok: true, value: address };
    return refuse('email-expected', { ...expected, words: { cell: quote(cell) } });
  },
  formatText: String,
  compare: compareText,
  castFrom: { text: fromText, longText: fromText },
};
