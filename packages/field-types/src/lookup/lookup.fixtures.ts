import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const lookupFixtures: FieldTypeFixtures = {
  settings: [
    { target: 'Customer', onDelete: 'clear' },
    { target: 'Customer', inverse: { name: 'orders', title: 'Orders', titles: { 'zh-TW': '訂單' } }, onDelete: 'restrict' },
    { target: 'Contact', filter: 'customer = $Source.customer' },
  ],
  accepted: ['0193a1b2-0000-7000-8000-000000000001', '0193a1b2-0000-7000-8000-0000000000ff', 'ffffffff-ffff-7fff-bfff-ffffffffffff'],
  rejected: ['ALFKI', '0193a1b2000070008000000000000001', 7, ''],
  normalized: [['0193A1B2-0000-7000-8000-0000000000FF', '0193a1b2-0000-7000-8000-0000000000ff']],
  understood: [
    { text: ' 0193A1B2-0000-7000-8000-000000000001 ', value: '0193a1b2-0000-7000-8000-000000000001' },
    { text: '', value: null },
  ],
  refused: [{ text: 'ALFKI', code: 'record-id-expected' }],
};
