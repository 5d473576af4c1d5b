import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { sql } from 'kysely';
import type { Cast, FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { Wording } from '../language/sentence.js';
import { readGuanxiText } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';
import { quote, refuse } from '../read-text/refuse.js';
import { CALLING_PREFIX } from '../search/phone-digits.js';
import { asItIs, compareText, normalizeLine, textOperators } from '../text/text-value.js';

export interface PhoneSettings extends FieldSettings {
  /** ISO 3166 code of the country that numbers without one belong to; the org's country where it is missing. */
  readonly country?: string;
}

const PATTERN = '^[^\\u0000]*\\d[^\\u0000]*\\d[^\\u0000]*\\d[^\\u0000]*$';
const LONGEST = 64;

const expected: Wording = {
  en: 'Expected a phone number such as +49 30 901820, found {cell}.',
  'zh-TW': '應為電話號碼，例如 +886 2 1234 5678，但內容是{cell}。',
  'zh-CN': '应为电话号码，例如 +86 10 1234 5678，但内容是{cell}。',
};

const fromText: Cast = fittingOr({
  fits: (column) =>
    sql<boolean>`(${column} is null or (${column} ~ '\\d.*\\d.*\\d' and ${column} !~ '[\\n\\r]' and length(btrim(${column})) <= ${sql.lit(LONGEST)}))`,
  value: (column) => sql`btrim(${column})`,
});

/** A phone number: E.164 where it can be understood, otherwise as it was typed, because real data hold national numbers. */
export const phone: FieldType<PhoneSettings> = {
  name: 'phone',
  propertySchema: describeProperty({
    type: 'phone',
    keywords: { type: { const: 'string' } },
    guanxi: { country: { type: 'string', pattern: '^[A-Z]{2}$' } },
  }),
  defaultSettings: {},
  readSettings: (property) => {
    const country = readGuanxiText(property, 'country');
    return country === undefined ? {} : { country };
  },
  writeSettings: ({ country }) => ({
    keywords: { type: 'string' },
    guanxi: { type: 'phone', ...(country === undefined ? {} : { country }) },
  }),
  valueSchema: () => ({ type: 'string', maxLength: LONGEST, pattern: PATTERN }),
  column: () => ({ name: 'text' }),
  scalar: 'String',
  operators: textOperators,
  formulaType: 'text',
  sortable: true,
  searchable: true,
  searched: (column) => [column, sql`case when left(${column}, 1) = '+' then regexp_replace(${column}, ${sql.lit(CALLING_PREFIX)}, '0') end`],
  toJson: asItIs,
  normalize: (value, { country }, context) => {
    const line = normalizeLine(value);
    return line === null ? null : internationalOr(line, country ?? context?.country);
  },
  parseText: (cell, settings, context) => {
    const line = normalizeLine(cell.replace(/^\s*tel:/i, ''));
    if (line === null) return { ok: true, value: null };
    const digits = line.normalize('NFKC').match(/\d/g)?.length ?? 0;
    if (digits >= 3 && line.length <= LONGEST) return { ok: true, value: internationalOr(line, settings.country ?? context.country) };
    return refuse('phone-expected', { ...expected, words: { cell: quote(cell) } });
  },
  formatText: String,
  compare: compareText,
  castFrom: { text: fromText, longText: fromText, integer: { convert: (column) => sql`case when abs(${column}) > 99 then ${column}::text end`, fits: (column) => sql<boolean>`abs(${column}) > 99` } },
};

/** An extension is kept: E.164 has no place for one, so such a number stays as it was typed. */
function internationalOr(line: string, country: string | undefined): string {
  const known = country !== undefined && isSupportedCountry(country) ? (country satisfies CountryCode) : undefined;
  // Such a number is of nowhere; the library would find that out by an exception, with a stack, for each.
  if (known === undefined && !/[+＋]/.test(line)) return line;
  const number = parsePhoneNumberFromString(line, { ...(known === undefined ? {} : { defaultCountry: known }), extract: false });
  return number?.isValid() && !number.ext ? number.number : line;
}
