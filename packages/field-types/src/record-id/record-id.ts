import type { FieldSettings, FieldType } from '../field-type.js';
import { describeProperty } from '../property-schema.js';
import { asItIs, compareText } from '../text/text-value.js';
import { normalizeRecordId, readRecordId, recordIdOperators, recordIdSchema } from './record-id-value.js';

/** The id of a record: a UUID that the platform makes. */
export const recordId: FieldType<FieldSettings> = {
  name: 'recordId',
  system: true,
  propertySchema: describeProperty({ type: 'recordId', keywords: { type: { const: 'string' }, format: { const: 'uuid' } } }),
  defaultSettings: {},
  readSettings: () => ({}),
  writeSettings: () => ({ keywords: { type: 'string', format: 'uuid' }, guanxi: { type: 'recordId' } }),
  valueSchema: () => recordIdSchema,
  column: () => ({ name: 'uuid' }),
  scalar: 'ID',
  operators: [...recordIdOperators, 'onList'],
  formulaType: 'text',
  sortable: true,
  searchable: false,
  toJson: asItIs,
  normalize: normalizeRecordId,
  parseText: readRecordId,
  formatText: String,
  compare: compareText,
  castFrom: {},
};
