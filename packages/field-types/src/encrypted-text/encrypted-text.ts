import type { FieldSettings, FieldType } from '../field-type.js';
import { readNumber } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';
import { readLines } from '../read-text/read-line.js';
import { asItIs, compareText, normalizeLines, textSchema } from '../text/text-value.js';

export interface EncryptedTextSettings extends FieldSettings {
  readonly maxLength: number;
}

const LONGEST = 4000;

/**
 * Text that the database keeps as a cipher: nothing can be found, sorted or computed by it. No other kind can be turned
 * into this one or out of it in SQL, because only the API holds the key; values are copied over by an export and an import.
 */
export const encryptedText: FieldType<EncryptedTextSettings> = {
  name: 'encryptedText',
  propertySchema: describeProperty({
    type: 'encryptedText',
    keywords: { type: { const: 'string' }, maxLength: { type: 'integer', minimum: 1, maximum: LONGEST } },
  }),
  defaultSettings: { maxLength: 255 },
  readSettings: (property) => ({ maxLength: readNumber(property, 'maxLength', 255) }),
  writeSettings: ({ maxLength }) => ({ keywords: { type: 'string', maxLength }, guanxi: { type: 'encryptedText' } }),
  valueSchema: ({ maxLength }) => textSchema(maxLength),
  column: () => ({ name: 'text' }),
  scalar: 'String',
  encrypted: true,
  operators: ['isBlank'],
  formulaType: 'text',
  sortable: false,
  searchable: false,
  toJson: asItIs,
  normalize: normalizeLines,
  parseText: (cell, { maxLength }) => readLines(cell, maxLength),
  formatText: String,
  compare: compareText,
  castFrom: {},
};
