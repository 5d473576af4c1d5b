import fc from 'fast-check';
import { RecentBlocks } from './recent-blocks.js';

describe('blocks that were read of late', () => {
  it('are as they were filled, as long as they are remembered, and the last one always is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 60 }), (lengths) => {
        const recent = new RecentBlocks(100);
        for (const [block, length] of lengths.entries()) {
          recent.add(block, length).fill(block);
          for (let earlier = 0; earlier <= block; earlier += 1) {
            const found = recent.find(earlier);
            if (found) expect([...found]).toEqual(Array.from({ length: lengths[earlier] ?? 0 }, () => earlier));
          }
          expect(recent.find(block)).toBeDefined();
        }
      }),
    );
  });

  it('are several, however often the buffer was filled', () => {
    const recent = new RecentBlocks(100);
    for (let block = 0; block < 1_000; block += 1) recent.add(block, 10).fill(block % 256);
    expect(Array.from({ length: 10 }, (_, index) => recent.find(990 + index)?.[0])).toEqual(Array.from({ length: 10 }, (_, index) => (990 + index) % 256));
    expect(recent.find(989)).toBeUndefined();
  });

  it('have one that is too large among them only for the moment', () => {
    const recent = new RecentBlocks(100);
    recent.add(1, 10).fill(1);
    expect(recent.add(2, 90)).toHaveLength(90);
    expect([recent.find(1)?.[0], recent.find(2)]).toEqual([1, undefined]);
  });
});
