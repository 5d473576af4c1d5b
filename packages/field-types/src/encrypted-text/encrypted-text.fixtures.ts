import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const encryptedTextFixtures: FieldTypeFixtures = {
  settings: [{ maxLength: 40 }, { maxLength: 255 }],
  accepted: ['A123456789', '密碼', 'two\nlines'],
  rejected: [1, 'x'.repeat(41), 'nul\u0000'],
  normalized: [
    ['a\r\nb', 'a\nb'],
    ['  ', null],
  ],
  understood: [
    { text: 'A123456789', value: 'A123456789' },
    { text: '', value: null },
  ],
  refused: [{ text: '王'.repeat(41), code: 'too-long' }],
};
