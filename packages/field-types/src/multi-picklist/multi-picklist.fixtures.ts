import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const multiPicklistFixtures: FieldTypeFixtures = {
  settings: [
    {
      values: [
        { value: 'mail', label: 'By mail', color: 'blue', labels: { 'zh-TW': '郵件' } },
        { value: 'call', label: 'Call', active: false },
        { value: 'visit', label: 'Visit' },
        { value: 'new; old', label: 'Both "sorts"' },
        { value: '展覽', label: '展覽' },
      ],
      dependsOn: { field: 'stage', values: { open: ['mail', 'call'], closed: [] } },
    },
    { values: [], valueSet: 'Channel' },
  ],
  accepted: [['mail'], ['call', 'mail'], ['call', 'mail', 'visit'], ['visit', '展覽'], ['new; old', 'visit']],
  rejected: ['mail', ['lost'], [1], { mail: true }],
  normalized: [
    [['mail', 'call', 'mail'], ['call', 'mail']],
    [[], null],
  ],
  understood: [
    { text: 'mail', value: ['mail'] },
    { text: ' visit ;郵件; ', value: ['mail', 'visit'] },
    { text: 'CALL；展覽', value: ['call', '展覽'] },
    { text: '"new; old"; visit', value: ['new; old', 'visit'] },
    { text: ' ; ', value: null },
    { text: '', value: null },
  ],
  refused: [{ text: 'mail; Lost', code: 'not-in-list' }],
};
