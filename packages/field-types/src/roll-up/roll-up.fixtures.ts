import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const rollUpFixtures: FieldTypeFixtures = {
  settings: [
    { relation: 'orders', operation: 'sum', value: 'amount', filter: 'status = "won"' },
    { relation: 'orders', operation: 'count' },
    { relation: 'orders', operation: 'avg', value: 'amount', scale: 4 },
    { relation: 'orders', operation: 'last', value: 'orderedOn', orderBy: 'orderedOn' },
  ],
  storage: 'maintained',
  accepted: ['0.00', '1265793.04', '-3.10', '12345678901234567890123456.70'],
  rejected: [1.5, '1.505', '', true],
  normalized: [['7', '7.00']],
  understood: [
    { text: '1,234.50', value: '1234.50' },
    { text: '', value: null },
  ],
  refused: [{ text: 'all', code: 'number-expected' }],
};
