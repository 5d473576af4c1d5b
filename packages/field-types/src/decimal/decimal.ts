import type { FieldType } from '../field-type.js';
import { describeProperty } from '../property-schema.js';
import { kindOfDecimal } from './decimal-kind.js';
import { type DecimalSettings, decimalSizeSchemas, readDecimalSize } from './decimal-value.js';

const DEFAULT = { precision: 18, scale: 2 };

/** An exact number with a fixed count of digits after the point. */
export const decimal: FieldType<DecimalSettings> = {
  ...kindOfDecimal,
  name: 'decimal',
  propertySchema: describeProperty({
    type: 'decimal',
    keywords: { type: { const: 'string' }, format: { const: 'decimal' } },
    guanxi: decimalSizeSchemas(18),
  }),
  defaultSettings: DEFAULT,
  readSettings: (property) => readDecimalSize(property, DEFAULT),
  writeSettings: ({ precision, scale }) => ({
    keywords: { type: 'string', format: 'decimal' },
    guanxi: { type: 'decimal', precision, scale },
  }),
};
