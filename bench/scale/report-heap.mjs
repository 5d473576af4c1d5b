// Loaded before the product (`node --expose-gc --import …`): on SIGWINCH it writes what is left on the heap after collecting.
import { appendFileSync } from 'node:fs';

process.on('SIGWINCH', () => {
  for (let round = 0; round < 3; round += 1) globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  appendFileSync(process.env.BENCH_HEAP_FILE, `${JSON.stringify({ heapUsed, rss })}\n`);
});
