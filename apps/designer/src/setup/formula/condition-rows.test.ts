import { readCondition, writeCondition, type OperandKind } from './condition-rows.js';

const kinds: Readonly<Record<string, OperandKind>> = { status: 'picklist', amount: 'number', orderedOn: 'date', isOpen: 'boolean' };
const kindOf = (field: string) => kinds[field] ?? 'text';

describe('simple conditions', () => {
  it.each([
    ["ISPICKVAL(status, 'active')"],
    ["NOT(ISPICKVAL(status, 'active'))"],
    ["AND(ISPICKVAL(status, 'active'), amount >= 12.50, amount <> -3)"],
    ["OR(CONTAINS(name, 'O\\'Neil'), BEGINS(city, 'Tai'), ISBLANK(email))"],
    ['AND(isOpen, NOT(ISBLANK(owner.name)), orderedOn < DATE(1998, 6, 30))'],
    ['NOT(isOpen)'],
    [''],
  ])('%s comes back from its rows as it was', (formula) => {
    const condition = readCondition(formula);
    expect(condition).not.toBeNull();
    expect(condition && writeCondition(condition, kindOf)).toBe(formula);
  });

  it.each([['amount > freight'], ['IF(isOpen, TRUE, FALSE)'], ['AND(isOpen, OR(isOpen, isOpen))'], ['LEN(name) > 3'], ['amount >']])('%s is only shown as text', (formula) => {
    expect(readCondition(formula)).toBeNull();
  });

  it('leave rows out that are not filled in yet', () => {
    expect(writeCondition({ joined: 'all', rows: [{ field: 'amount', operator: 'is', operand: '' }, { field: 'email', operator: 'blank', operand: '' }] }, kindOf)).toBe('ISBLANK(email)');
  });
});
