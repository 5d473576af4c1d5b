import type { FieldType } from '../field-type.js';
import { kindOfDecimal } from '../decimal/decimal-kind.js';
import { type DecimalSettings, decimalSizeSchemas, readDecimalSize } from '../decimal/decimal-value.js';
import { describeProperty } from '../property-schema.js';

const DEFAULT = { precision: 18, scale: 2 };

/** A share in percent points: "12.50" is 12.5 %. */
export const percent: FieldType<DecimalSettings> = {
  ...kindOfDecimal,
  name: 'percent',
  propertySchema: describeProperty({
    type: 'percent',
    keywords: { type: { const: 'string' }, format: { const: 'decimal' } },
    guanxi: decimalSizeSchemas(8),
  }),
  defaultSettings: DEFAULT,
  readSettings: (property) => readDecimalSize(property, DEFAULT),
  writeSettings: ({ precision, scale }) => ({
    keywords: { type: 'string', format: 'decimal' },
    guanxi: { type: 'percent', precision, scale },
  }),
  parseText: (cell, settings, context) => {
    const number = cell.replace(/[%％٪]\s*$/u, '').replace(/^\s*[%％]/u, '');
    // A sign alone is no blank cell: it goes on as it is and is refused.
    return kindOfDecimal.parseText(number.trim() === '' ? cell : number, settings, context);
  },
};
