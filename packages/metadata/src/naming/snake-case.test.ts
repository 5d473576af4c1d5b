import { camelCase, snakeCase } from './snake-case.js';

describe('snakeCase', () => {
  it.each([
    ['customerNumber', 'customer_number'],
    ['Order', 'order'],
    ['HTTPCase', 'http_case'],
    ['customerID', 'customer_id'],
    ['line2Text', 'line2_text'],
  ])('writes %s as %s', (name, expected) => {
    expect(snakeCase(name)).toBe(expected);
  });
});

describe('camelCase', () => {
  it.each([
    ['Customer', 'customer'],
    ['OrderItem', 'orderItem'],
    ['URL', 'url'],
    ['A', 'a'],
  ])('writes %s as %s', (name, expected) => {
    expect(camelCase(name)).toBe(expected);
  });
});
