import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const jsonFixtures: FieldTypeFixtures = {
  settings: [{}],
  accepted: [{ longer: 1, b: [true, null, '王 "x"\n'] }, [], {}, 'text', 12.5, 1e-7, false, [[1, 2], { a: { é: '👩' } }]],
  rejected: [],
  normalized: [
    [{ 'a\u0000': 'nul\u0000' }, { a: 'nul' }],
    ['\ud800', '\ufffd'],
  ],
  understood: [
    { text: ' {"a": [1, 2]} ', value: { a: [1, 2] } },
    { text: '"x"', value: 'x' },
    { text: 'null', value: null },
    { text: '', value: null },
  ],
  refused: [
    { text: '[a, 1]', code: 'json-expected' },
    { text: 'hello', code: 'json-expected' },
  ],
};
