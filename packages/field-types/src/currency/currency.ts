import type { FieldType } from '../field-type.js';
import { kindOfDecimal } from '../decimal/decimal-kind.js';
import { type DecimalSettings, decimalSizeSchemas, readDecimalSize } from '../decimal/decimal-value.js';
import { readGuanxiText } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';

export interface CurrencySettings extends DecimalSettings {
  /** ISO 4217; the org's currency where it is missing. */
  readonly currency?: string;
}

const DEFAULT = { precision: 18, scale: 2 };

/** An amount of money. */
export const currency: FieldType<CurrencySettings> = {
  ...kindOfDecimal,
  name: 'currency',
  propertySchema: describeProperty({
    type: 'currency',
    keywords: { type: { const: 'string' }, format: { const: 'decimal' } },
    guanxi: { ...decimalSizeSchemas(6), currency: { type: 'string', pattern: '^[A-Z]{3}$' } },
  }),
  defaultSettings: DEFAULT,
  readSettings: (property) => {
    const code = readGuanxiText(property, 'currency');
    return { ...readDecimalSize(property, DEFAULT), ...(code === undefined ? {} : { currency: code }) };
  },
  writeSettings: ({ precision, scale, currency: code }) => ({
    keywords: { type: 'string', format: 'decimal' },
    guanxi: { type: 'currency', precision, scale, ...(code === undefined ? {} : { currency: code }) },
  }),
};
