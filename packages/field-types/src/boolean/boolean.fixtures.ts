import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const booleanFixtures: FieldTypeFixtures = {
  settings: [{}],
  accepted: [true, false],
  rejected: ['true', 1, 0],
  understood: [
    { text: 'Yes', value: true },
    { text: 'TRUE', value: true },
    { text: '1', value: true },
    { text: '是', value: true },
    { text: 'no', value: false },
    { text: 'False', value: false },
    { text: '0', value: false },
    { text: '否', value: false },
    { text: '', value: null },
  ],
  refused: [
    { text: 'maybe', code: 'boolean-expected' },
    { text: '2', code: 'boolean-expected' },
  ],
};
