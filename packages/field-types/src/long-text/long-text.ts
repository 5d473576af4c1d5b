import type { FieldSettings, FieldType } from '../field-type.js';
import { readNumber } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';
import { readLines } from '../read-text/read-line.js';
import { castsToText } from '../text/text-casts.js';
import { asItIs, compareText, normalizeLines, textSchema } from '../text/text-value.js';

export interface LongTextSettings extends FieldSettings {
  readonly maxLength: number;
}

const LONGEST = 131_072;

/** Text with line breaks. */
export const longText: FieldType<LongTextSettings> = {
  name: 'longText',
  propertySchema: describeProperty({
    type: 'longText',
    keywords: { type: { const: 'string' }, maxLength: { type: 'integer', minimum: 1, maximum: LONGEST } },
  }),
  defaultSettings: { maxLength: LONGEST },
  readSettings: (property) => ({ maxLength: readNumber(property, 'maxLength', LONGEST) }),
  writeSettings: ({ maxLength }) => ({ keywords: { type: 'string', maxLength }, guanxi: { type: 'longText' } }),
  valueSchema: ({ maxLength }) => textSchema(maxLength),
  column: () => ({ name: 'text' }),
  scalar: 'String',
  operators: ['contains', 'startsWith', 'endsWith', 'isBlank'],
  formulaType: 'text',
  sortable: false,
  searchable: true,
  toJson: asItIs,
  normalize: normalizeLines,
  parseText: (cell, { maxLength }) => readLines(cell, maxLength),
  formatText: String,
  compare: compareText,
  castFrom: castsToText(({ to }) => (to as LongTextSettings).maxLength, (text) => text),
};
