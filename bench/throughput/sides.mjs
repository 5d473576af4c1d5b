import { Queue } from 'bullmq';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { programOf } from '../processes.mjs';
import { openBareQueue, QUEUE } from './bare-queue.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const CHUNK = 1_000;

/** The product: one worker process. Its queue is told as the API tells it, once for all that was saved. */
export async function openProduct({ env }) {
  const child = spawn(process.execPath, [...programOf(), 'worker'], { env: { ...env, LOG_LEVEL: 'info' }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  await untilSays(child, 'Taking jobs');
  return { pid: child.pid, stop: () => stop(child) };
}

/** Bare BullMQ: one worker process, one job for each ticket. */
export async function openBare({ env, schema, concurrency }) {
  const place = await openBareQueue({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL });
  const queue = new Queue(QUEUE, { ...place.options, defaultJobOptions: { removeOnComplete: true } }, place.backend);
  const child = spawn(process.execPath, [`${here}bare-worker.mjs`], { env: { ...env, ORG_SCHEMA: schema, BARE_CONCURRENCY: String(concurrency) }, stdio: ['ignore', 'pipe', 'inherit'] });
  await untilSays(child, 'ready');
  return {
    pid: child.pid,
    pause: () => queue.pause(),
    resume: () => queue.resume(),
    async add(tickets) {
      for (let from = 0; from < tickets.length; from += CHUNK) await queue.addBulk(tickets.slice(from, from + CHUNK).map((ticket) => ({ name: 'answer', data: { ticket } })));
    },
    async stop() {
      await stop(child);
      await queue.close();
      await place.close();
    },
  };
}

async function untilSays(child, word) {
  let said = '';
  const ended = once(child, 'exit').then(() => {
    throw new Error(`A worker ended before it was ready:\n${said}`);
  });
  await Promise.race([ended, new Promise((resolve) => child.stdout.on('data', (piece) => ((said += piece).includes(word) ? resolve() : undefined)))]);
  ended.catch(() => undefined);
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await exited;
  clearTimeout(force);
}
