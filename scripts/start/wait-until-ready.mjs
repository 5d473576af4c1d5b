import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../prepare/terminal.mjs';

const LIMIT_MS = 120_000;

/** People can work once /readyz answers 200. */
export async function waitUntilReady(port, signal) {
  const end = Date.now() + LIMIT_MS;
  let last = 'no answer';
  while (!signal.aborted) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5_000) });
      const body = (await response.text()).slice(0, 300);
      if (response.status === 200) return;
      last = `${response.status} ${body}`;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > end) throw new Refusal(`Guanxi did not become ready within two minutes (GET /readyz: ${last}). Its own messages stand above.`);
    await wait(150, undefined, { signal }).catch(() => undefined);
  }
}
