import type { ObjectDocument } from '@guanxi/metadata';
import { putRule, readRule, withRules, writeRule } from './rule-draft.js';
import { suggestRules } from './suggest-rules.js';

const rule = { id: 'r1', name: 'amountNotNegative', title: 'Amount', when: 'amount < 0', message: 'Not below zero.', messages: { 'zh-TW': '不可為負。' }, field: 'amount', active: false } as const;
const order: ObjectDocument = {
  kind: 'object', name: 'Order', title: 'Order', type: 'object', guanxi: { id: 'o', nameField: 'number', rules: [rule] },
  properties: {
    number: { title: 'Number', type: 'string', guanxi: { id: 'n', type: 'text' } }, amount: { title: 'Amount', type: 'string', guanxi: { id: 'a', type: 'currency' } },
    start: { title: 'Start', type: 'string', guanxi: { id: 's', type: 'date' } }, end: { title: 'End', type: 'string', guanxi: { id: 'e', type: 'date' } },
  },
};

describe('a validation rule', () => {
  it('is written as it was read', () => {
    expect(writeRule(readRule(rule), 'r1')).toEqual(rule);
  });

  it('takes its place among the others, and leaves no empty list behind', () => {
    expect(putRule(order, { ...rule, when: 'amount <= 0' }).guanxi.rules).toEqual([{ ...rule, when: 'amount <= 0' }]);
    expect(putRule(order, { ...rule, id: 'r2' }).guanxi.rules?.map(({ id }) => id)).toEqual(['r1', 'r2']);
    expect('rules' in withRules(order, []).guanxi).toBe(false);
  });

  it('is suggested from the fields that the object has', () => {
    expect(suggestRules(order).map(({ when }) => when)).toEqual(['amount < 0', 'end < start', 'AND(NOT(ISNEW()), ISCHANGED(number))']);
  });
});
