import type { FieldType } from '../field-type.js';
import { kindOfDecimal } from '../decimal/decimal-kind.js';
import { type DecimalSettings, decimalSizeSchemas, readDecimalSize } from '../decimal/decimal-value.js';
import { present, readGuanxiText } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';

export interface CurrencySettings extends DecimalSettings {
  /** ISO 4217; the org's currency where neither this nor `codeFrom` is given. */
  readonly currency?: string;
  /** The picklist of the same object whose values are the ISO 4217 codes of the amounts. */
  readonly codeFrom?: string;
  /** The date of the same object whose rates an amount is converted with; today's where it is missing. */
  readonly rateOn?: string;
}

const DEFAULT = { precision: 18, scale: 2 };
const fieldName = { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 };

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
    const [code, codeFrom, rateOn] = ['currency', 'codeFrom', 'rateOn'].map((keyword) => readGuanxiText(property, keyword));
    return { ...readDecimalSize(property, DEFAULT), ...present({ currency: code, codeFrom, rateOn }) };
  },
  writeSettings: ({ precision, scale, currency: code, codeFrom, rateOn }) => ({
    keywords: { type: 'string', format: 'decimal' },
    guanxi: { type: 'currency', precision, scale, ...present({ currency: code, codeFrom, rateOn }) },
  }),
};
