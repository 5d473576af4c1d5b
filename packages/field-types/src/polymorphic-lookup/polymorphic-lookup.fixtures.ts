import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

const ids = ['0193a1b2-0000-7000-8000-000000000001', '0193a1b2-0000-7000-8000-0000000000ff'] as const;

export const polymorphicLookupFixtures: FieldTypeFixtures = {
  settings: [
    { targets: ['Customer', 'SalesOrder', 'SKU'] },
    { targets: ['Customer'], inverse: { name: 'tasks', title: 'Tasks', titles: { 'zh-TW': '任務' } } },
  ],
  storage: 'members',
  accepted: [{ customer: ids[0] }, { customer: ids[1] }, { salesOrder: ids[0] }, { sku: ids[0] }],
  rejected: [ids[0], {}, { customer: ids[0], salesOrder: ids[1] }, { task: ids[0] }, { sKU: ids[0] }, { customer: 'ALFKI' }, [ids[0]]],
  normalized: [[{ customer: ids[1].toUpperCase() }, { customer: ids[1] }]],
  understood: [
    { text: ` customer : ${ids[0].toUpperCase()} `, value: { customer: ids[0] } },
    { text: `SalesOrder：${ids[1]}`, value: { salesOrder: ids[1] } },
    { text: `sku:${ids[0]}`, value: { sku: ids[0] } },
    { text: '', value: null },
  ],
  refused: [
    { text: `Task:${ids[0]}`, code: 'pointer-expected' },
    { text: ids[0], code: 'pointer-expected' },
    { text: 'Customer:', code: 'pointer-expected' },
    { text: 'Customer:ALFKI', code: 'record-id-expected' },
  ],
};
