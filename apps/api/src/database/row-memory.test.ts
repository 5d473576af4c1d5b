import { RowMemory } from './row-memory.js';

describe('memory of rows', () => {
  it('is used again once it was given back', () => {
    const memory = new RowMemory();
    const first = memory.lend(10_000);
    memory.giveBack(first);
    const second = memory.lend(9_000);
    expect(second.buffer).toBe(first.buffer);
    expect(second).toHaveLength(9_000);
  });

  it('is nobody else\'s while it is lent, however often it was given back before', () => {
    const memory = new RowMemory();
    const first = memory.lend(10_000);
    memory.giveBack(first.subarray(3, 20));
    memory.giveBack(first.subarray(30, 40));
    const lent = [memory.lend(10_000), memory.lend(10_000), memory.lend(10_000)].map(({ buffer }) => buffer);
    expect(new Set(lent).size).toBe(3);
  });

  it('takes nothing back that it has not lent', () => {
    const memory = new RowMemory();
    const foreign = Buffer.from(new ArrayBuffer(16_384));
    memory.giveBack(foreign);
    memory.giveBack(Buffer.from('small'));
    expect(memory.lend(16_384).buffer).not.toBe(foreign.buffer);
  });

  it('keeps no more than its bound', () => {
    const memory = new RowMemory();
    const lent = Array.from({ length: 40 }, () => memory.lend(2 ** 20));
    for (const one of lent) memory.giveBack(one);
    const again = new Set(Array.from({ length: 40 }, () => memory.lend(2 ** 20).buffer));
    expect(lent.filter(({ buffer }) => again.has(buffer))).toHaveLength(16);
  });

  it('makes what is very long for one row alone', () => {
    const memory = new RowMemory();
    const long = memory.lend(2 ** 20 + 1);
    memory.giveBack(long);
    expect(memory.lend(2 ** 20 + 1).buffer).not.toBe(long.buffer);
  });
});
