import type { FieldSettings, FieldType } from '../field-type.js';
import { readGuanxiText } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';
import { readLine } from '../read-text/read-line.js';
import { castsToText } from '../text/text-casts.js';
import { asItIs, compareText, lineSql, normalizeLine, textOperators, textSchema } from '../text/text-value.js';
import { NUMBER_FORMAT_PATTERN, numberFormatSql } from './number-format.js';

export interface AutoNumberSettings extends FieldSettings {
  readonly format: string;
}

const DEFAULT = '{00000}';
const LONGEST = 255;

/** A number that the platform gives each new record, as ORD-2026-00042. */
export const autoNumber: FieldType<AutoNumberSettings> = {
  name: 'autoNumber',
  propertySchema: describeProperty({
    type: 'autoNumber',
    keywords: { type: { const: 'string' } },
    guanxi: { format: { type: 'string', maxLength: 100, pattern: NUMBER_FORMAT_PATTERN } },
    guanxiRequired: ['format'],
  }),
  defaultSettings: { format: DEFAULT },
  readSettings: (property) => ({ format: readGuanxiText(property, 'format') ?? DEFAULT }),
  writeSettings: ({ format }) => ({ keywords: { type: 'string' }, guanxi: { type: 'autoNumber', format } }),
  valueSchema: () => textSchema(LONGEST),
  column: () => ({ name: 'text' }),
  scalar: 'String',
  operators: textOperators,
  formulaType: 'text',
  sortable: true,
  searchable: true,
  generated: { next: ({ format }, sequence, now) => numberFormatSql(format, sequence, now) },
  toJson: asItIs,
  normalize: normalizeLine,
  parseText: (cell) => readLine(cell, LONGEST),
  formatText: String,
  compare: compareText,
  castFrom: castsToText(() => LONGEST, lineSql),
};
