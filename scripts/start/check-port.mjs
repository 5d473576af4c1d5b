import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../prepare/terminal.mjs';

/** After a killed run its processes need a moment to notice that they are alone. */
const GRACE_MS = 15_000;

export async function checkPort(port, { patient }) {
  const end = Date.now() + (patient ? GRACE_MS : 0);
  for (;;) {
    const code = (await tryListen(port, '127.0.0.1')) ?? (await tryListen(port, undefined));
    if (code === undefined) return;
    if (code === 'EACCES') throw new Refusal(`Port ${port} may only be used by root. Choose one above 1023, for example: PORT=8080 npm start`);
    if (Date.now() >= end) throw new Refusal(`Port ${port} is taken by another program. Stop it, or choose another port, for example: PORT=${port + 1} npm start`);
    await wait(300);
  }
}

function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }) => resolve(code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
