import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { tightenHeap } from './tight-heap.js';

// Lets `mostOver` begin behind a whole collection.
setFlagsFromString('--expose-gc');

describe('a heap that is kept tight', () => {
  it('grows less over what is alive, for as long as anybody wants it so', async () => {
    const tight = tightenHeap();
    const also = tightenHeap();
    tight();
    tight();
    const bound = await inHeapOfItsOwn();
    also();
    const free = await inHeapOfItsOwn();
    // What is alive takes some 60 MB: as much again, beside several times as much.
    expect(bound).toBeLessThan(free * 0.75);
  }, 120_000);
});

/** In a thread, whose heap holds nothing else: how much it may grow goes by all that is alive. V8 keeps its flags for the whole process. */
async function inHeapOfItsOwn(): Promise<number> {
  const worker = new Worker(`require('node:worker_threads').parentPort.postMessage((${String(mostOver)})(require))`, { eval: true, execArgv: [] });
  const [most] = (await once(worker, 'message')) as [number];
  await worker.terminate();
  return most;
}

/** How far old objects grow over what is alive while each lives for a while and is then forgotten, in bytes. Taken over as text: it uses nothing of this file. */
function mostOver(load: NodeJS.Require): number {
  const { getHeapSpaceStatistics } = load('node:v8') as typeof import('node:v8');
  const { runInNewContext } = load('node:vm') as typeof import('node:vm');
  const old = (): number => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0;
  const alive = 250_000;
  const living: unknown[] = Array.from({ length: alive }, (_, index) => [index, { index }, [index, index, index, index]]);
  (runInNewContext('gc') as () => void)();
  const before = old();
  let most = 0;
  for (let count = 0; count < alive * 40; count += 1) {
    living[count % alive] = [count, { count }, [count, count, count, count]];
    if (count % 10_000 === 0) most = Math.max(most, old());
  }
  return most - before + living.length * 0;
}
