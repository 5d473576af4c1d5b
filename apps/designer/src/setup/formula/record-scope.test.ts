import { fieldType } from '@guanxi/field-types';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import { recordScope } from './record-scope.js';
import { writeAnswer } from './write-answer.js';

const field = (name: string, type: FieldDescription['type'], more: Partial<FieldDescription> = {}) =>
  ({ name, label: `the ${name}`, type, settings: fieldType(type).defaultSettings, value: { type, settings: fieldType(type).defaultSettings }, system: false, ...more }) as FieldDescription;
const object = (name: string, fields: readonly FieldDescription[]) => ({ name, fields }) as unknown as ObjectDescription;
const objects = [
  object('Order', [field('id', 'recordId', { system: true }), field('total', 'decimal'), field('customer', 'lookup', { target: 'Customer' })]),
  object('Customer', [field('name', 'text'), field('home', 'address')]),
  object('User', [field('email', 'email')]),
];

describe('what a formula over a record may name', () => {
  const scope = recordScope(objects, 'Order', { language: 'en' });

  it.each([['total', 'number'], ['customer', 'reference'], ['customer.name', 'text'], ['customer.home.city', 'text'], ['$User.email', 'text'], ['$Org.currency', 'text'], ['nothing', undefined], ['total.x', undefined], ['$Org.x', undefined], ['$Source.name', undefined]])('%s is %s', (path, type) => {
    expect(scope.resolve(path.split('.'))?.type).toBe(type);
  });

  it('is offered step by step, own fields first, with what people call them', () => {
    expect(scope.suggest?.([])).toEqual(['total', 'customer', 'id', '$User', '$Org']);
    expect(scope.suggest?.(['customer'])).toEqual(['name', 'home']);
    expect(scope.suggest?.(['customer', 'home'])).toContain('city');
    expect(scope.label?.(['customer', 'name'])).toBe('the name');
    expect(scope.label?.(['customer', 'home', 'city'])).toBe('City');
  });

  it('has nobody in a workflow, and the pointing record in the filter of a lookup', () => {
    expect(recordScope(objects, 'Order', { isUnattended: true }).suggest?.([])).toEqual(['total', 'customer', 'id', '$Org']);
    expect(recordScope(objects, 'Customer', { source: 'Order' }).resolve(['$Source', 'total'])).toEqual({ type: 'number' });
  });
});

describe('an answer as people read it', () => {
  it.each([['number', '-1234567.50', '-1,234,567.50'], ['boolean', true, 'yes'], ['text', null, '–'], ['multipicklist', ['a', 'b'], 'a, b'], ['number', '123456789012345678901234.000000000000000001', '123,456,789,012,345,678,901,234.000000000000000001']])('%s %s', (type, value, shown) => {
    expect(writeAnswer({ type, value, reads: [], problems: [] }, '–', { yes: 'yes', no: 'no' }, 'en')).toBe(shown);
  });
});
