import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const decimalFixtures: FieldTypeFixtures = {
  settings: [
    { precision: 30, scale: 4 },
    { precision: 5, scale: 0 },
    { precision: 4, scale: 4 },
  ],
  accepted: ['0.0000', '1.5000', '-1.5000', '9.0000', '10.0000', '0.1000', '12345678901234567890123456.7891', '-0.0001'],
  rejected: [1.5, '1,5', '1e3', '', '.5', '007', '1.', '1.23456', '123456789012345678901234567', 'NaN', 'Infinity', ' 1'],
  normalized: [
    ['1', '1.0000'],
    ['-0', '0.0000'],
    ['-0.00', '0.0000'],
  ],
  understood: [
    { text: '1,234.50', value: '1234.5000' },
    { text: '1.234,50', value: '1234.5000', context: { locale: 'de' } },
    { text: '1.234,50', value: '1234.5000' },
    { text: '1234.5', value: '1234.5000', context: { locale: 'de' } },
    { text: '1.234', value: '1234.0000', context: { locale: 'de' } },
    { text: '1 234,5', value: '1234.5000', context: { locale: 'fr' } },
    { text: '1\u202f234,5', value: '1234.5000', context: { locale: 'fr' } },
    { text: "1'234.5", value: '1234.5000', context: { locale: 'de-CH' } },
    { text: '12,34,567.8', value: '1234567.8000', context: { locale: 'en-IN' } },
    { text: '\u22123.5', value: '-3.5000' },
    { text: '1.5E+3', value: '1500.0000' },
    { text: '2e-3', value: '0.0020' },
    { text: '.5', value: '0.5000' },
    { text: '007.10', value: '7.1000' },
    { text: '1.50000000', value: '1.5000' },
    { text: ' ', value: null },
  ],
  refused: [
    { text: '1.23456', code: 'too-many-decimals' },
    { text: '12,50', code: 'number-expected' },
    { text: '1,23,4', code: 'number-expected' },
    { text: '--1', code: 'number-expected' },
    { text: '1.2.3', code: 'number-expected', context: { locale: 'de' } },
    { text: '123456789012345678901234567', code: 'out-of-range' },
    { text: 'n/a', code: 'number-expected' },
  ],
};
