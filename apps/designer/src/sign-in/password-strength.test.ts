import { measurePassword } from './password-strength.js';

describe('how strong a password looks', () => {
  it('is nothing while it is shorter than it may be', () => {
    expect(measurePassword('Xk3!vQ', 8, [])).toBe(0);
  });

  it('counts runs, repetitions and what is known of the person for little', () => {
    for (const plain of ['aaaaaaaaaaaa', 'abcdefghij', '1234567890', 'qwertyuiop', 'adalovelace1']) expect([plain, measurePassword(plain, 8, ['ada', 'lovelace'])]).toEqual([plain, 1]);
  });

  it('grows with length, in letters of any kind', () => {
    expect(measurePassword('harvest lamp', 8, [])).toBeGreaterThanOrEqual(2);
    expect(measurePassword('harvest lamp orbit cider', 8, [])).toBe(4);
    expect(measurePassword('稻田月亮機車豆漿', 8, [])).toBe(4);
  });
});
