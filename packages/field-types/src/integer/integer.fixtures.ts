import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

const LARGEST = Number.MAX_SAFE_INTEGER;

export const integerFixtures: FieldTypeFixtures = {
  settings: [
    { minimum: -LARGEST, maximum: LARGEST },
    { minimum: 0, maximum: 120 },
  ],
  accepted: [0, 1, -1, 42, 1_000_000, LARGEST, -LARGEST],
  rejected: [1.5, '1', true, 2 ** 53, -(2 ** 53)],
  understood: [
    { text: '1,234', value: 1234 },
    { text: '1.234', value: 1234, context: { locale: 'de' } },
    { text: '7.00', value: 7 },
    { text: ' -5 ', value: -5 },
    { text: '１２３', value: 123 },
    { text: '(12)', value: -12 },
    { text: '', value: null },
  ],
  refused: [
    { text: '1.5', code: 'integer-expected' },
    { text: 'ten', code: 'number-expected' },
    { text: '9007199254740993', code: 'integer-expected' },
    { text: '1,2', code: 'number-expected' },
  ],
};
