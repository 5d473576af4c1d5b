import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const picklistFixtures: FieldTypeFixtures = {
  settings: [
    {
      values: [
        { value: 'new', label: 'New', color: 'blue', labels: { 'zh-TW': '新' } },
        { value: 'won', label: 'Closed (won)', color: 'green' },
        { value: '1', label: '1' },
        { value: '已完成', label: '已完成' },
      ],
    },
    { values: [{ value: 'only', label: 'only' }] },
  ],
  accepted: ['new', 'won', '1', '已完成'],
  rejected: ['New', 'lost', '', 1, true],
  understood: [
    { text: 'new', value: 'new' },
    { text: ' closed (WON) ', value: 'won' },
    { text: '新', value: 'new' },
    { text: '', value: null },
  ],
  refused: [{ text: 'Lost', code: 'not-in-list' }],
};
