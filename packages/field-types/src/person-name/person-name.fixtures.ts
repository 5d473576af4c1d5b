import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const personNameFixtures: FieldTypeFixtures = {
  settings: [{}],
  accepted: [
    { first: 'Ada', last: 'Lovelace' },
    { last: '王', first: '小明' },
    { last: '歐陽', first: '修' },
    { salutation: 'Dr.', first: 'Ludwig', middle: 'Maria', last: 'van Beethoven', suffix: 'Jr.' },
    { salutation: '女士', last: '陳', first: '美玲' },
    { last: 'Madonna' },
    { first: 'Anna Maria', last: 'da Silva' },
    { last: '김', first: '민수' },
    { first: '小明', last: 'Wang' },
    { first: 'Zo\u00eb' },
  ],
  rejected: ['Ada Lovelace', { given: 'Ada' }, { first: 7 }, { last: 'x'.repeat(81) }, ['Ada']],
  normalized: [
    [{ first: ' Ada ', middle: '', last: 'Lovelace', suffix: null }, { first: 'Ada', last: 'Lovelace' }],
    [{}, null],
    [{ last: ' ' }, null],
  ],
  understood: [
    { text: 'Ada Lovelace', value: { first: 'Ada', last: 'Lovelace' } },
    { text: 'Lovelace, Ada King', value: { first: 'Ada', middle: 'King', last: 'Lovelace' } },
    { text: 'Mr. John Smith, Jr.', value: { salutation: 'Mr.', first: 'John', last: 'Smith', suffix: 'Jr.' } },
    { text: 'Ludwig van Beethoven', value: { first: 'Ludwig', last: 'van Beethoven' } },
    { text: 'Madonna', value: { last: 'Madonna' } },
    { text: '王小明', value: { last: '王', first: '小明' } },
    { text: '歐陽娜娜', value: { last: '歐陽', first: '娜娜' } },
    { text: '司马懿', value: { last: '司马', first: '懿' } },
    { text: '王 小明', value: { last: '王', first: '小明' } },
    { text: '陳美玲女士', value: { salutation: '女士', last: '陳', first: '美玲' } },
    { text: '山田太郎', value: { last: '山田', first: '太郎' } },
    { text: '{"first": "Ada", "last": " Lovelace"}', value: { first: 'Ada', last: 'Lovelace' } },
    { text: '', value: null },
  ],
  refused: [{ text: 'x'.repeat(256), code: 'too-long' }],
};
