import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const emailFixtures: FieldTypeFixtures = {
  settings: [{}],
  accepted: ['ada@example.com', 'first.last+tag@mail.example.org', '用户@例子.中国', 'b_b@example.com'],
  rejected: ['ada', 'ada@example', 'ada@.com', 'a b@example.com', '@example.com', 'a@b@c.de', 1, `${'x'.repeat(250)}@example.com`],
  normalized: [['Ada@Example.COM', 'ada@example.com']],
  understood: [
    { text: ' Ada@Example.com ', value: 'ada@example.com' },
    { text: 'mailto:ada@example.com', value: 'ada@example.com' },
    { text: '', value: null },
  ],
  refused: [{ text: 'ada(at)example.com', code: 'email-expected' }],
};
