import type { FieldType } from '../field-type.js';
import type { JsonSchema } from '../json-schema.js';
import { kindOfDecimal } from '../decimal/decimal-kind.js';
import { type DecimalSettings, decimalSizeSchemas, readDecimalSize } from '../decimal/decimal-value.js';
import { present, readGuanxiText } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';

export interface CurrencySettings extends DecimalSettings {
  /** ISO 4217; the org's currency where it is missing. */
  readonly currency?: string;
  /** The picklist of the same object that names the currency of each amount. */
  readonly codeFrom?: string;
  /** The date of the same object whose rate converts the amount to the org's currency; today's without one. */
  readonly rateOn?: string;
}

const fieldName: JsonSchema = { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 };

const DEFAULT = { precision: 18, scale: 2 };

/** An amount of money. */
export const currency: FieldType<CurrencySettings> = {
  ...kindOfDecimal,
  name: 'currency',
  propertySchema: describeProperty({
    type: 'currency',
    keywords: { type: { const: 'string' }, format: { const: 'decimal' } },
    guanxi: { ...decimalSizeSchemas(6), currency: { type: 'string', pattern: '^[A-Z]{3}$' }, codeFrom: fieldName, rateOn: fieldName },
  }),
  defaultSettings: DEFAULT,
  readSettings: (property) => {
    const [currency, codeFrom, rateOn] = ['currency', 'codeFrom', 'rateOn'].map((name) => readGuanxiText(property, name));
    return { ...readDecimalSize(property, DEFAULT), ...present({ currency, codeFrom, rateOn }) };
  },
  writeSettings: ({ precision, scale, currency: code, codeFrom, rateOn }) => ({
    keywords: { type: 'string', format: 'decimal' },
    guanxi: { type: 'currency', precision, scale, ...present({ currency: code, codeFrom, rateOn }) },
  }),
};
