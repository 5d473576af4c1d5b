import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const textFixtures: FieldTypeFixtures = {
  settings: [{ maxLength: 40 }, { maxLength: 255 }],
  accepted: ['Ada Lovelace', 'ada', 'ADA', '王小明', 'Σίσυφος ΟΔΟΣ', 'İstanbul', '100 % wool', 'under_score', 'back\\slash', 'Zoë 👩‍💻', '\uff5e wave', "O'Neill \"x\""],
  rejected: [1, true, 'x'.repeat(41), 'nul\u0000', ['a'], {}],
  normalized: [
    ['  Ada  ', 'Ada'],
    ['two\r\n lines', 'two lines'],
    ['Zoe\u0308', 'Zoë'],
    [' \t ', null],
    ['', null],
  ],
  understood: [
    { text: '', value: null },
    { text: '  王小明 ', value: '王小明' },
    { text: '00123', value: '00123' },
  ],
  refused: [{ text: '王'.repeat(41), code: 'too-long' }],
};
