// Both sides run as processes of their own, so that neither shares a core's time with the load in its event loop.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { heapArguments } from '../scripts/start/heap.mjs';
import { freePort } from './free-port.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const api = fileURLToPath(new URL('../apps/api/dist/main.js', import.meta.url));

/** The product's API process on a fresh org with the `winback` app; no worker runs beside it unless `command` is `all`. */
export async function startProduct(databaseUrl, folder, { command = 'api', nodeArguments = [], env: more = {} } = {}) {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), GUANXI_DATA: folder, LOG_LEVEL: 'error', NODE_ENV: 'production', RATE_LIMIT: '1000000000', ...more };
  await finish(spawn(process.execPath, [api, 'setup'], { env, stdio: ['ignore', 'ignore', 'inherit'] }));
  const child = spawn(process.execPath, [...heapArguments, ...nodeArguments, api, command], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(`${url}/readyz`, child);
  return { url, key: (await readFile(join(folder, 'cli-key'), 'utf8')).trim(), process: child, stop: () => stop(child) };
}

/** The limit: node:http and pg, the best SQL we know, JSON text passed through. */
export const startLimit = (databaseUrl, schema) => startBeside('limit-server.mjs', databaseUrl, schema);

/** Nest with code-first resolvers, TypeORM repositories and DataLoader over the same tables. */
export const startUsual = (databaseUrl, schema) => startBeside('dist/usual-nest/main.js', databaseUrl, schema);

async function startBeside(script, databaseUrl, schema) {
  const port = await freePort();
  const child = spawn(process.execPath, [...heapArguments, join(here, script)], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), ORG_SCHEMA: schema, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilListens(port, child);
  return { url, stop: () => stop(child) };
}

async function finish(child) {
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`Setting the product up ended with ${code}.`);
}

async function untilAnswers(url, child) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The process behind ${url} ended with ${child.exitCode}.`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within 30 seconds.`);
}

async function untilListens(port, child) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The process that was to listen on ${port} ended with ${child.exitCode}.`);
    const listens = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (listens) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nobody listened on ${port} within 30 seconds.`);
}

async function stop(child) {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
