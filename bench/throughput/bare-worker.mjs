// The limit: a BullMQ worker whose processor writes what a run's step writes, in one prepared statement: the record, its history
// row and its event. No run, no note of the step, nothing that keeps a second attempt from writing again.
// Settings: DATABASE_URL, REDIS_URL (the queue is in PostgreSQL without it), ORG_SCHEMA, BARE_CONCURRENCY.
import { Worker } from 'bullmq';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { makeStatement } from './bare-write.mjs';
import { openBareQueue, QUEUE } from './bare-queue.mjs';

const { DATABASE_URL, REDIS_URL, ORG_SCHEMA, BARE_CONCURRENCY = '16' } = process.env;
const concurrency = Number(BARE_CONCURRENCY);
const database = new pg.Pool({ connectionString: DATABASE_URL, max: concurrency });
const { rows: [user] } = await database.query('select id from guanxi."user" limit 1');
const text = makeStatement(ORG_SCHEMA, user.id);
const { backend, options } = await openBareQueue({ databaseUrl: DATABASE_URL, redisUrl: REDIS_URL });

const worker = new Worker(QUEUE, async ({ data: { ticket } }) => {
  await database.query({ name: 'write', text, values: [ticket, randomUUID(), new Date()] });
}, { ...options, concurrency, removeOnComplete: { count: 0 } }, backend);
worker.on('error', (error) => process.stderr.write(`${error.message}\n`));
worker.on('failed', (_, error) => process.stderr.write(`${error.stack}\n`));
await worker.waitUntilReady();
process.stdout.write('ready\n');
