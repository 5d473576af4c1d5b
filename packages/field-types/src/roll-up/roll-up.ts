import { decimal } from '../decimal/decimal.js';
import type { FieldSettings, FieldType } from '../field-type.js';
import { formulaTextSchema } from '../lookup/lookup.js';
import { present } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';

export type RollUpOperation = 'count' | 'sum' | 'min' | 'max' | 'avg' | 'first' | 'last';

export interface RollUpSettings extends FieldSettings {
  /** The to-many side of this object whose records are summed up. */
  readonly relation: string;
  readonly operation: RollUpOperation;
  /** A formula over the other object; absent for count. */
  readonly value?: string;
  /** Only the records that fulfil this formula count. */
  readonly filter?: string;
  /** The field of the other object that says which is the first and which the last. */
  readonly orderBy?: string;
  /** Digits after the point, where what is summed up has others. */
  readonly scale?: number;
}

const fieldName = { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 };
const operations: readonly RollUpOperation[] = ['count', 'sum', 'min', 'max', 'avg', 'first', 'last'];
/** Only the model knows the kind of what is summed up; until then a value is a number with room for any sum. */
const size = { precision: 38, scale: 2 };

/** What the records of a to-many side come to. A field of this kind behaves as the kind of the value that is summed up. */
export const rollUp: FieldType<RollUpSettings> = {
  name: 'rollUp',
  propertySchema: describeProperty({
    type: 'rollUp',
    keywords: { type: { enum: ['string', 'integer', 'boolean'] }, format: { type: 'string' }, readOnly: { enum: [true] } },
    guanxi: { relation: fieldName, operation: { enum: operations }, value: formulaTextSchema, filter: formulaTextSchema, orderBy: fieldName, scale: { type: 'integer', minimum: 0, maximum: 18 } },
    guanxiRequired: ['relation', 'operation'],
    also: unlessCounted(),
  }),
  derived: true,
  defaultSettings: { relation: '', operation: 'count' },
  readSettings: ({ guanxi }) => {
    const { relation = '', operation = 'count', value, filter, orderBy, scale } = guanxi as Partial<RollUpSettings>;
    return { relation, operation, ...present({ value, filter, orderBy, scale }) };
  },
  writeSettings: (settings) => ({ keywords: { readOnly: true }, guanxi: { type: 'rollUp', ...settings } }),
  valueSchema: () => decimal.valueSchema(size),
  storage: () => 'maintained',
  column: () => decimal.column(size),
  scalar: 'Decimal',
  operators: decimal.operators,
  formulaType: 'number',
  sortable: true,
  searchable: false,
  toJson: decimal.toJson,
  normalize: (value) => decimal.normalize(value, size),
  parseText: (cell, _settings, context) => decimal.parseText(cell, size, context),
  formatText: (value) => decimal.formatText(value, size),
  compare: decimal.compare,
  castFrom: {},
};

/** Everything but a count needs something to sum up. */
function unlessCounted() {
  return {
    if: { type: 'object', properties: { guanxi: { type: 'object', properties: { operation: { const: 'count' } } } } },
    else: { properties: { guanxi: { type: 'object', required: ['value'] } } },
  };
}
