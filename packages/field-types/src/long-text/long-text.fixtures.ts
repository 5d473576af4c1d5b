import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const longTextFixtures: FieldTypeFixtures = {
  settings: [{ maxLength: 1000 }, { maxLength: 131_072 }],
  accepted: ['First line\nSecond line', '  indented', '關係很重要\n\n完', 'Call on Monday', '50% \\ _'],
  rejected: [7, false, 'x'.repeat(1001), '\u0000'],
  normalized: [
    ['a\r\nb\rc', 'a\nb\nc'],
    [' \n ', null],
  ],
  understood: [
    { text: 'one\r\ntwo', value: 'one\ntwo' },
    { text: ' ', value: null },
  ],
  refused: [{ text: 'x'.repeat(1001), code: 'too-long' }],
};
