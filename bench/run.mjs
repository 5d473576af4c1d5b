// The product against the bare limit and against a usual NestJS build: the same work, the same database, side by side in one run.
// `npm run bench`            all cases
// `npm run bench -- by-id`   only cases whose name contains "by-id"
// `npm run bench -- rollup`  a child's save under a parent with 200,000 children and under one with few
// `npm run bench -- scale`   an org of 500 objects and 20,000 fields, and 200 small ones
// `npm run bench -- online`  publishing over a million records under load
// `npm run bench -- search`  what people type, among a million customers
// `npm run bench -- import`  a million rows of a file against a bare COPY into the same table
// `npm run bench -- export`  a million records as a file of each format, against a bare COPY of them
// `npm run bench -- throughput`  from a change to what a workflow does about it, against bare BullMQ
// `npm run bench -- sharing`  reads by people who see what is shared with them, against somebody who sees everything
// `npm run bench -- audit`  requests that are written down in the trail, against the same ones that are not
// `npm run bench -- time`  triggers that wait for a time, against the bare statements that do the same
// BENCH_SECONDS (default 4) per measurement, BENCH_CONNECTIONS (default 1,16,64), BENCH_ROUNDS (default 3).
import { startEmbeddedPostgres } from '@guanxi/embedded-postgres';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAudit } from './audit/audit.mjs';
import { cases } from './cases.mjs';
import { measureExport } from './export/export.mjs';
import { measureImport } from './import/import.mjs';
import { importSettings } from './import/stages.mjs';
import { measure } from './measure.mjs';
import { measureOnline } from './online/online.mjs';
import { printRow, printTable } from './report.mjs';
import { measureRollUp } from './roll-up.mjs';
import { measureScale } from './scale/scale.mjs';
import { measureSearch } from './search/search.mjs';
import { seed } from './seed.mjs';
import { startLimit, startProduct, startUsual } from './servers.mjs';
import { measureSharing } from './sharing/sharing.mjs';
import { measureTime } from './time/time.mjs';
import { measureThroughput } from './throughput/throughput.mjs';

/** What is measured by itself, on a database of its own: only when asked for by its name. */
const standalone = { rollup: measureRollUp, scale: measureScale, online: measureOnline, search: measureSearch, import: measureImport, export: measureExport, throughput: measureThroughput, time: measureTime, sharing: measureSharing, audit: measureAudit };

const wanted = process.argv.slice(2);
const chosen = cases.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const concurrencies = (process.env.BENCH_CONNECTIONS ?? '1,16,64').split(',').map(Number);

const folder = await mkdtemp(join(tmpdir(), 'guanxi-bench-'));
const stops = [() => rm(folder, { recursive: true, force: true })];
try {
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres'), settings: wanted.includes('import') ? importSettings : {} });
  stops.unshift(() => postgres.stop());
  const alone = Object.entries(standalone).filter(([name]) => wanted.includes(name));
  for (const [, measureAlone] of alone) await measureAlone({ databaseUrl: postgres.url, folder });
  if (alone.length === 0) await compareWithLimit(postgres);
} finally {
  for (const stop of stops) await stop();
}

async function compareWithLimit(postgres) {
  console.log('Preparing a PostgreSQL with 100,000 customers and 1,000,000 orders …');
  const product = await startProduct(postgres.url, folder);
  stops.unshift(product.stop);
  const place = await seed({ databaseUrl: postgres.url, product });
  const limit = await startLimit(postgres.url, place.schema);
  stops.unshift(limit.stop);
  const usual = await startUsual(postgres.url, place.schema);
  stops.unshift(usual.stop);

  console.log(`${rounds} rounds of ${seconds} s each; the sides take turns. Ratios are to node:http + pg.\n`);
  const rows = [];
  for (const each of chosen) {
    for (const connections of concurrencies) {
      const load = { seconds, connections, place };
      const sides = { limit: [], product: [], usual: [] };
      for (let round = 0; round < rounds; round += 1) {
        sides.limit.push(await measure({ url: `${limit.url}${each.limit.path}`, ...each.limit, ...load }));
        sides.product.push(await measure({ url: `${product.url}/graphql`, ...each.product, ...load, key: product.key }));
      }
      // Its distance is so large that one round at the middle load tells it.
      if (each.usual && connections === concurrencies[Math.floor(concurrencies.length / 2)])
        sides.usual.push(await measure({ url: `${usual.url}/graphql`, ...each.usual, ...load }));
      rows.push(printRow({ ...each, connections }, sides));
    }
  }
  printTable(rows);
}
