import type { ObjectDocument } from '@guanxi/metadata';
import { copyObject } from './copy-object.js';

const order = {
  kind: 'object', name: 'Order', title: 'Order', type: 'object', required: ['number', 'total'],
  properties: {
    number: { title: 'Number', type: 'string', guanxi: { id: 'n', type: 'text', unique: true } }, total: { title: 'Total', guanxi: { id: 't', type: 'rollUp', relation: 'lines', operation: 'count' } },
    customer: { title: 'Customer', type: 'string', guanxi: { id: 'c', type: 'lookup', target: 'Customer', inverse: { name: 'orders' } } },
  },
  guanxi: { id: 'o', nameField: 'number', icon: 'cart', plural: 'orders', compact: ['total', 'customer'], rules: [{ id: 'r', name: 'one', when: 'true', message: 'No.' }] },
} as unknown as ObjectDocument;

describe('a copy of an object', () => {
  const copy = copyObject(order, 'Order (copy)', ['Order', 'OrderCopy']);

  it('has a free name, the same fields, and ids of its own', () => {
    expect(copy.name).toBe('OrderCopy2');
    expect(Object.keys(copy.properties)).toEqual(['number', 'customer']);
    expect(copy.properties['number']?.guanxi).toEqual({ type: 'text', unique: true });
    expect(copy.guanxi.id).toBeUndefined();
    expect(copy.guanxi.rules?.[0]?.id).not.toBe('r');
  });

  it('leaves behind what belongs to the relations of the original', () => {
    expect(copy.properties['customer']?.guanxi).toEqual({ type: 'lookup', target: 'Customer' });
    expect(copy.required).toEqual(['number']);
    expect(copy.guanxi.compact).toEqual(['customer']);
    expect(copy.guanxi.plural).toBeUndefined();
  });
});
