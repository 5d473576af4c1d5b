// A change of a record → what a workflow does about it, against a bare BullMQ worker of the same version on the same server whose
// processor writes the same rows (record, history, event) with one prepared statement: one worker process on each side.
// Throughput: tickets lie there, the jobs of the bare side are in its queue before the clock starts, and the product has yet to
// match events and make runs. Latency: from the answer to a save until the other record is there.
// BENCH_RUNS (20,000) tickets in a round, BENCH_ROUNDS (3), BENCH_SAVES (300) for the latency, BENCH_CONCURRENCY (16) of the bare
// worker, BENCH_QUEUES (postgres,redis).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { askMetadata, publishDocuments, untilReady } from '../ask.mjs';
import { freePort } from '../free-port.mjs';
import { programOf, runCommand } from '../processes.mjs';
import { openRedis } from '../redis.mjs';
import { objects, workflow } from './documents.mjs';
import { measureLatency } from './latency.mjs';
import { measureRate } from './rate.mjs';
import { openBare, openProduct } from './sides.mjs';

const setting = (name, otherwise) => Number(process.env[name] ?? otherwise);
const runs = setting('BENCH_RUNS', 20_000);
const rounds = setting('BENCH_ROUNDS', 3);
const saves = setting('BENCH_SAVES', 300);
const concurrency = setting('BENCH_CONCURRENCY', 16);
const queues = (process.env.BENCH_QUEUES ?? 'postgres,redis').split(',');

export async function measureThroughput({ databaseUrl, folder }) {
  const postmaster = Number.parseInt(await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10);
  const rates = [];
  const latencies = [];
  for (const queue of queues) {
    const redis = queue === 'redis' ? await openRedis(await mkdtemp(join(folder, 'redis-'))) : undefined;
    if (queue === 'redis' && !redis) {
      console.log('There is no redis-server on this machine: that back end is left out.');
      continue;
    }
    const place = await openPlace({ databaseUrl, folder, redis, queue });
    try {
      rates.push({ queue, ...(await measureRate({ ...place, postmaster, runs, rounds, openSide: sideOf(place) })) });
      if (saves > 0) latencies.push({ queue, ...(await measureLatency({ ...place, saves, openSide: sideOf(place) })) });
    } finally {
      await place.close();
      await redis?.stop();
    }
  }
  report(rates, latencies);
}

const sideOf = ({ env, schema }) => ({
  product: () => openProduct({ env }),
  bare: () => openBare({ env, schema, concurrency }),
});

/** An org with the workflow switched on, and an API process that saves. */
async function openPlace({ databaseUrl, folder, redis, queue }) {
  const port = await freePort();
  const home = await mkdtemp(join(folder, `${queue}-`));
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const name = `throughput_${queue}`;
  await database.query(`create database ${name}`);
  await database.end();
  const url = Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href;
  const env = { ...process.env, DATABASE_URL: url, PORT: String(port), GUANXI_DATA: home, LOG_LEVEL: 'error', NODE_ENV: 'production', RATE_LIMIT: '0', ...(redis && { REDIS_URL: redis.url }) };
  await runCommand('setup', env);
  const child = spawn(process.execPath, [...programOf(), 'api'], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const api = { url: `http://127.0.0.1:${port}`, key: (await readFile(join(home, 'cli-key'), 'utf8')).trim() };
  await untilReady(api.url);
  await publishDocuments(api, objects);
  await publishDocuments(api, [workflow]);
  await askMetadata(api, 'mutation { activateWorkflow(name: "answer", includePast: false) { name } }');
  // So many at once are what is measured, and no runaway.
  await askMetadata(api, 'mutation { limitWorkflow(name: "answer", runsPerHour: 10000000) { name } }');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select schema, (select id from guanxi."user" limit 1) as user from guanxi.org limit 1');
  return {
    env, api, database: client, schema: rows[0].schema, user: rows[0].user, redisPid: redis?.pid(),
    async close() {
      await client.end();
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(home, { recursive: true, force: true });
    },
  };
}

function report(rates, latencies) {
  console.log(`\n${runs.toLocaleString('en')} changes a round, ${rounds} rounds, the median of their ratios; processor time is of the worker, of PostgreSQL and of Redis together.\n`);
  console.log('| queue on | bare BullMQ runs/s | product runs/s | ratio | aim | bare ms of processor a run | product | less work by |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const { queue, bare, product, ratio, work } of rates)
    console.log(`| ${queue} | ${bare.perSecond.toFixed(0)} | ${product.perSecond.toFixed(0)} | ${ratio.toFixed(2)} | 0.6 | ${bare.processorMs.toFixed(2)} | ${product.processorMs.toFixed(2)} | ${work.toFixed(2)} |`);
  if (latencies.length === 0) return;
  console.log('\n| queue on | saves | bare p50 / p99 | product p50 / p99 |\n| --- | ---: | ---: | ---: |');
  for (const { queue, bare, product } of latencies) console.log(`| ${queue} | ${saves} | ${bare.p50.toFixed(0)} / ${bare.p99.toFixed(0)} ms | ${product.p50.toFixed(0)} / ${product.p99.toFixed(0)} ms |`);
}
