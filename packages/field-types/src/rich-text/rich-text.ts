import { sql } from 'kysely';
import type { Cast, FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { JsonValue } from '../json-schema.js';
import { readNumber } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';
import { readLines } from '../read-text/read-line.js';
import { asItIs, compareText, normalizeLines, textSchema } from '../text/text-value.js';
import { plainText, plainTextSql, richTextSql, toRichText } from './plain-text.js';
import { sanitizeHtml } from './sanitize-html.js';

export interface RichTextSettings extends FieldSettings {
  /** Of the HTML, not of the words in it. */
  readonly maxLength: number;
}

const LONGEST = 131_072;

const fromText: Cast = fittingOr({
  fits: (column, { to }) => sql<boolean>`coalesce(length(${richTextSql(column)}), 0) <= ${sql.lit((to as RichTextSettings).maxLength)}`,
  value: richTextSql,
});

/** Text with headings, lists and links, as HTML. What is not on the allow-list is taken out before it is kept. */
export const richText: FieldType<RichTextSettings> = {
  name: 'richText',
  propertySchema: describeProperty({
    type: 'richText',
    keywords: { type: { const: 'string' }, contentMediaType: { enum: ['text/html'] }, maxLength: { type: 'integer', minimum: 1, maximum: LONGEST } },
  }),
  defaultSettings: { maxLength: LONGEST },
  readSettings: (property) => ({ maxLength: readNumber(property, 'maxLength', LONGEST) }),
  writeSettings: ({ maxLength }) => ({ keywords: { type: 'string', contentMediaType: 'text/html', maxLength }, guanxi: { type: 'richText' } }),
  valueSchema: ({ maxLength }) => textSchema(maxLength),
  column: () => ({ name: 'text' }),
  scalar: 'String',
  operators: ['contains', 'isBlank'],
  formulaType: 'text',
  sortable: false,
  searchable: true,
  text: plainTextSql,
  display: (value) => plainText(String(value)),
  toJson: asItIs,
  normalize: normalizeHtml,
  parseText: (cell, { maxLength }) => {
    const read = readLines(cell, maxLength);
    if (!read.ok || read.value === null) return read;
    const text = String(read.value);
    return readLines(normalizeHtml(isHtml(text) ? text : toRichText(text)) ?? '', maxLength);
  },
  formatText: String,
  compare: compareText,
  castFrom: { text: fromText, longText: fromText },
};

/** Null when nobody would see anything. */
function normalizeHtml(value: JsonValue): string | null {
  const text = normalizeLines(value);
  const html = text === null ? '' : sanitizeHtml(text).trim();
  return plainText(html) === '' ? null : html;
}

function isHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i.test(text);
}
