import { camelCase } from './camel-case.js';

describe('camelCase', () => {
  it.each([
    ['Customer', 'customer'],
    ['OrderItem', 'orderItem'],
    ['URL', 'url'],
    ['SKU', 'sku'],
    ['A', 'a'],
  ])('writes %s as %s', (name, expected) => {
    expect(camelCase(name)).toBe(expected);
  });
});
