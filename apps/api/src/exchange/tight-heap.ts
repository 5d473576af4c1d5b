import { setFlagsFromString } from 'node:v8';

/**
 * How much, in percent, what is old may grow over what was alive when V8 last looked through all of it. By itself V8 waits for up to
 * four times as much where objects are made as fast as files of millions of rows make them: hundreds of megabytes that nobody uses.
 */
const GROWTH = 100;
let users = 0;

/** Until the answer is called, V8 tidies up sooner: it costs some percent of the processor time, and is only worth that for as long as rows stream through. */
export function tightenHeap(): () => void {
  users += 1;
  // V8 reads this at each collection, so that it may be changed while it runs; 0 leaves it to V8.
  if (users === 1) setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    users -= 1;
    if (users === 0) setFlagsFromString('--heap-growing-percent=0');
  };
}
