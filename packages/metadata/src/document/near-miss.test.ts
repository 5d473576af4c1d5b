import { editDistance, nearMiss, nearMissHint } from './near-miss.js';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['name', 'name', 0],
    ['name', 'nmae', 1],
    ['custmer', 'customer', 1],
    ['kitten', 'sitting', 3],
  ])('of %s and %s is %i', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
  });
});

describe('nearMiss', () => {
  it('finds the nearest name, whatever its case', () => {
    expect(nearMiss('custmer', ['Order', 'Customer', 'Custom'])).toBe('Customer');
  });

  it('finds nothing where every name is quite different', () => {
    expect(nearMiss('city', ['amount', 'quantity'])).toBeUndefined();
  });

  it('lists what there is where nothing is near', () => {
    expect(nearMissHint('zip', ['amount', 'freight'])).toBe('There is "amount", "freight".');
  });
});
