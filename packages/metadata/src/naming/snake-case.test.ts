import { snakeCase } from './snake-case.js';

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
