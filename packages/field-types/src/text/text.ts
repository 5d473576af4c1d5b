import type { FieldSettings, FieldType } from '../field-type.js';
import { readNumber } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';
import { readLine } from '../read-text/read-line.js';
import { castsToText } from './text-casts.js';
import { asItIs, compareText, lineSql, normalizeLine, textOperators, textSchema } from './text-value.js';

export interface TextSettings extends FieldSettings {
  readonly maxLength: number;
}

const LONGEST = 255;

/** One line of text. */
export const text: FieldType<TextSettings> = {
  name: 'text',
  propertySchema: describeProperty({
    type: 'text',
    keywords: { type: { const: 'string' }, maxLength: { type: 'integer', minimum: 1, maximum: LONGEST } },
  }),
  defaultSettings: { maxLength: LONGEST },
  readSettings: (property) => ({ maxLength: readNumber(property, 'maxLength', LONGEST) }),
  writeSettings: ({ maxLength }) => ({ keywords: { type: 'string', maxLength }, guanxi: { type: 'text' } }),
  valueSchema: ({ maxLength }) => textSchema(maxLength),
  column: () => ({ name: 'text' }),
  scalar: 'String',
  operators: textOperators,
  formulaType: 'text',
  sortable: true,
  searchable: true,
  toJson: asItIs,
  normalize: normalizeLine,
  parseText: (cell, { maxLength }) => readLine(cell, maxLength),
  formatText: String,
  compare: compareText,
  castFrom: castsToText(({ to }) => (to as TextSettings).maxLength, lineSql),
};
