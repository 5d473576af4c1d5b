import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { tightenHeap } from './tight-heap.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const old = (): number => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0;
const LIVING = 250_000;

describe('a heap that is kept tight', () => {
  it('grows less over what is alive, for as long as anybody wants it so', () => {
    const tight = tightenHeap();
    const also = tightenHeap();
    tight();
    tight();
    const bound = mostOver();
    also();
    const free = mostOver();
    // What is alive takes some 60 MB: half of it again, beside several times as much.
    expect(bound).toBeLessThan(free * 0.75);
  }, 120_000);
});

/** How far old objects grow over what is alive while each lives for a while and is then forgotten. */
function mostOver(): number {
  const living: unknown[] = Array.from({ length: LIVING }, (_, index) => [index, { index }, [index, index, index, index]]);
  collectGarbage();
  const before = old();
  let most = 0;
  for (let count = 0; count < LIVING * 40; count += 1) {
    living[count % LIVING] = [count, { count }, [count, count, count, count]];
    if (count % 10_000 === 0) most = Math.max(most, old());
  }
  return most - before + living.length * 0;
}
