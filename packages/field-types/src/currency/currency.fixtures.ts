import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const currencyFixtures: FieldTypeFixtures = {
  settings: [
    { precision: 18, scale: 2 },
    { precision: 18, scale: 0, currency: 'JPY' },
    { precision: 18, scale: 2, codeFrom: 'currencyCode', rateOn: 'closedOn' },
  ],
  accepted: ['0.00', '11.77', '-3.10', '1234.50', '9999999999999999.99'],
  rejected: [11.77, '1.005', '10000000000000000', '$1', ''],
  normalized: [['11.7', '11.70']],
  understood: [
    { text: '$1,234.50', value: '1234.50' },
    { text: '1.234,50 €', value: '1234.50', context: { locale: 'de' } },
    { text: 'USD 12', value: '12.00' },
    { text: '12 EUR', value: '12.00' },
    { text: '-$5', value: '-5.00' },
    { text: '($5.25)', value: '-5.25' },
    { text: '￥８８', value: '88.00' },
    { text: '11.77', value: '11.77', context: { locale: 'zh-TW' } },
  ],
  refused: [
    { text: '1.005', code: 'too-many-decimals' },
    { text: 'USD', code: 'number-expected' },
    { text: '12 thousand', code: 'number-expected' },
  ],
};
