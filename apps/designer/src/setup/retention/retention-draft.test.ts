import type { ObjectDescription, RetentionRuleDocument } from '@guanxi/metadata';
import { activityChoices, emptyRule, readActivity, readRule, writeRule } from './retention-draft.js';

describe('a rule while it is edited', () => {
  it('is written as it was read', () => {
    const rule: RetentionRuleDocument = {
      kind: 'retention-rule', name: 'old', title: 'Old', titles: { 'zh-TW': '舊' }, description: 'why', object: 'Customer', since: 'createdAt', activity: [{ relation: 'orders', field: 'orderedOn' }],
      after: { value: 5, unit: 'years' }, when: "status = 'lost'", do: 'purge', guanxi: { id: '1' },
    };
    expect(writeRule(readRule(rule), rule)).toEqual(rule);
  });

  it('is none without an object, a date or an age', () => {
    expect(writeRule(emptyRule)).toBeNull();
    expect(writeRule({ ...emptyRule, object: 'Customer', value: null })).toBeNull();
    expect(writeRule({ ...emptyRule, object: 'Customer' })).toMatchObject({ object: 'Customer', since: 'updatedAt', after: { value: 3, unit: 'years' }, do: 'delete' });
  });
});

describe('later dates that count instead', () => {
  const field = (name: string, type: string) => ({ name, label: name, value: { type, settings: {} }, storage: 'column' });
  const described = (name: string, parts: object): ObjectDescription => ({ name, label: name, relations: [], fields: [], ...parts }) as unknown as ObjectDescription;

  it('are the dates of lists that point to the record themselves', () => {
    const order = described('Order', { fields: [field('orderedOn', 'date'), field('number', 'text'), field('createdAt', 'dateTime')] });
    const customer = described('Customer', { relations: [{ name: 'orders', label: 'Orders', object: 'Order', field: 'customer' }, { name: 'tags', label: 'Tags', object: 'Order', field: 'id', through: {} }] });
    const choices = activityChoices(customer, [customer, order]);
    expect(choices.map(({ value }) => value)).toEqual(['orders.orderedOn', 'orders.createdAt']);
    expect(readActivity(choices[0]?.value ?? '')).toEqual({ relation: 'orders', field: 'orderedOn' });
  });
});
