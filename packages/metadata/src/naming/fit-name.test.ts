import { fitName } from './fit-name.js';

describe('fitName', () => {
  it('joins parts so that their borders stay visible', () => {
    expect(fitName('order', 'item_name', 'key')).not.toBe(fitName('order_item', 'name', 'key'));
  });

  it('keeps names of 63 characters as they are', () => {
    const name = 'a'.repeat(63);
    expect(fitName(name)).toBe(name);
  });

  it('shortens longer names to 63 characters, the same one every time and different ones apart', () => {
    const one = fitName('a'.repeat(60), 'first', 'key');
    const other = fitName('a'.repeat(60), 'second', 'key');
    expect(one).toHaveLength(63);
    expect(one).toBe(fitName('a'.repeat(60), 'first', 'key'));
    expect(one).not.toBe(other);
  });
});
