import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const percentFixtures: FieldTypeFixtures = {
  settings: [
    { precision: 18, scale: 2 },
    { precision: 6, scale: 1 },
  ],
  accepted: ['0.00', '12.50', '100.00', '-5.00', '250.25'],
  rejected: [0.125, '12.5%', '12.345'],
  normalized: [['5', '5.00']],
  understood: [
    { text: '12.5%', value: '12.50' },
    { text: '12,5 %', value: '12.50', context: { locale: 'de' } },
    { text: '7', value: '7.00' },
    { text: '%7', value: '7.00', context: { locale: 'tr' } },
    { text: '', value: null },
  ],
  refused: [
    { text: '%', code: 'number-expected' },
    { text: '1.234%', code: 'too-many-decimals' },
  ],
};
