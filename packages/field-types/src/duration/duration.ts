import type { FieldSettings, FieldType } from '../field-type.js';
import { compareDecimals, numberOperators } from '../decimal/decimal-value.js';
import { describeProperty } from '../property-schema.js';
import { readDurationText } from '../read-text/read-duration.js';
import { asItIs } from '../text/text-value.js';
import { writeDuration } from './write-duration.js';
import { castsToDuration } from './duration-casts.js';

const LARGEST = Number.MAX_SAFE_INTEGER;

/** A length of time in whole seconds; people write it in hours and minutes. */
export const duration: FieldType<FieldSettings> = {
  name: 'duration',
  propertySchema: describeProperty({ type: 'duration', keywords: { type: { const: 'integer' } } }),
  defaultSettings: {},
  readSettings: () => ({}),
  writeSettings: () => ({ keywords: { type: 'integer' }, guanxi: { type: 'duration' } }),
  valueSchema: () => ({ type: 'integer', minimum: -LARGEST, maximum: LARGEST }),
  column: () => ({ name: 'bigint' }),
  scalar: 'Integer',
  operators: numberOperators,
  formulaType: 'number',
  sortable: true,
  searchable: false,
  toJson: asItIs,
  normalize: (value) => (Object.is(value, -0) ? 0 : value),
  parseText: (cell) => readDurationText(cell),
  formatText: (value) => writeDuration(Number(value)),
  compare: compareDecimals,
  castFrom: castsToDuration,
};
