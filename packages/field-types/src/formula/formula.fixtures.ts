import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';

export const formulaFixtures: FieldTypeFixtures = {
  settings: [
    { formula: 'quantity * price', result: 'currency', scale: 2, treatBlanksAs: 'zero' },
    { formula: 'firstName & " " & lastName', result: 'text', stored: true },
    { formula: 'amount / 3', result: 'number' },
    { formula: 'amount > 100', result: 'boolean' },
    { formula: 'TODAY()', result: 'date' },
    { formula: 'NOW()', result: 'dateTime' },
    { formula: 'TIMEVALUE(start)', result: 'time' },
    { formula: 'won / all', result: 'percent', scale: 0 },
  ],
  storage: 'computed',
  accepted: ['1.50', '12.00'],
  rejected: [1.5, '1.505', ''],
  normalized: [['1.5', '1.50']],
  understood: [
    { text: '$1,234.50', value: '1234.50' },
    { text: '', value: null },
  ],
  refused: [{ text: 'a lot', code: 'number-expected' }],
};
