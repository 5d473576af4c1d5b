// Triggers that wait for a time, against the bare statements that do the same.
// first: the first run of "no order in 30 days" over all customers, against the bare INSERT … SELECT that makes the same tasks,
//        alone, with the history and events that a change of a record writes, and with runs, steps and due times as well.
// cross: a tick in which some customers cross the line, against its bare statement.
// ticks: many records under many rules while time goes on: how late runs are made, and what it costs.
// BENCH_CUSTOMERS (1,000,000), BENCH_ORDERS (10 each), BENCH_CROSS (1,000), BENCH_RECORDS (5,000,000), BENCH_RULES (50),
// BENCH_TICKS (10) of BENCH_TICK_SECONDS (60), BENCH_PARTS (first,cross,ticks).
// A run of a minute: BENCH_CUSTOMERS=20000 BENCH_RECORDS=50000 BENCH_TICKS=3 BENCH_TICK_SECONDS=5 npm run bench -- time
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { askMetadata } from '../ask.mjs';
import { startProduct } from '../servers.mjs';
import { measureCrossing, measureFirstRun } from './crossings.mjs';
import { measureTicks } from './ticks.mjs';

const setting = (name, otherwise) => Number(process.env[name] ?? otherwise);
const sizes = {
  customers: setting('BENCH_CUSTOMERS', 1_000_000), ordersEach: setting('BENCH_ORDERS', 10), cross: setting('BENCH_CROSS', 1_000),
  records: setting('BENCH_RECORDS', 5_000_000), rules: setting('BENCH_RULES', 50), ticks: setting('BENCH_TICKS', 10), tickSeconds: setting('BENCH_TICK_SECONDS', 60),
};
const parts = (process.env.BENCH_PARTS ?? 'first,cross,ticks').split(',');

export async function measureTime({ databaseUrl, folder }) {
  const postmaster = Number.parseInt(await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10);
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const product = await startProduct(databaseUrl, folder, { command: 'all' });
  try {
    const { rows: [{ schema, user, backend }] } = await database.query('select schema, (select id from guanxi."user" limit 1) as user, pg_backend_pid() as backend from guanxi.org limit 1');
    const place = { database, backend, product, schema: pg.escapeIdentifier(schema), user, pids: [postmaster, product.process.pid], postmaster, ask: (query, variables) => askMetadata(product, query, variables) };
    if (parts.includes('first')) await measureFirstRun(place, sizes);
    if (parts.includes('cross')) await measureCrossing(place, sizes);
    if (parts.includes('ticks')) await measureTicks(place, sizes);
  } finally {
    await database.end();
    await product.stop();
  }
}
