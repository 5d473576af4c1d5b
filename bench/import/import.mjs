// An import against the bare limit: the same rows by COPY into a table of the same columns and indexes.
// BENCH_ROWS (1,000,000) rows of 12 columns; BENCH_FORMAT (csv), xlsx or ndjson; BENCH_ROUNDS (1); BENCH_BARE=no leaves the limit out. Told of both: rows a second, processor time, and bytes of WAL; of the
// import also where the database's time goes, and the most memory of the process (it serves the API at the same time).
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { startProduct } from '../servers.mjs';
import { cellsOf, csvLine, depots, headings, writeFile } from './files.mjs';
import { askMetadata, columns, depot, fillDepots, parcel, publish } from './parcels.mjs';
import { readMemory, startGauges } from './gauges.mjs';
import { forgetStatements, readStages } from './stages.mjs';

const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 1);
const format = process.env.BENCH_FORMAT ?? 'csv';
const withBare = process.env.BENCH_BARE !== 'no';
const TOLD = 5;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));


export async function measureImport({ databaseUrl, folder }) {
  const product = await startProduct(databaseUrl, folder, { command: 'all' });
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await publish(product, [depot, parcel('Parcel', 'parcels'), parcel('Bare', 'bares')]);
    const place = await fillDepots(database);
    console.log(`${rows.toLocaleString('en')} rows of ${headings.length} columns as ${format}, ${rounds} round${rounds > 1 ? 's' : ''}\n`);
    for (let round = 1; round <= rounds; round += 1) {
      const files = await writeFiles(folder, place, round);
      const gauges = { database, processId: product.process.pid };
      const bare = withBare ? await gauged(gauges, () => copyBare(database, place, files.bare)) : undefined;
      await forgetStatements(database);
      const pace = [];
      const ours = await gauged(gauges, (running) => importFile(product, files.ours, async (written) => {
        if (written >= (rows / TOLD) * (pace.length + 1)) pace.push({ written, ...(await running.lap()) });
      }));
      if (bare) tell('bare COPY', bare);
      tell('import', ours);
      console.log(`             memory ${ours.memory} MB at most (${await readMemory(product.process.pid, 'VmHWM')} MB since the start), of one connection of PostgreSQL ${ours.backend} MB`);
      console.log(`             ${(await readStages(database)).map(([stage, seconds]) => `${stage} ${seconds.toFixed(1)} s`).join(' · ')}`);
      console.log(`             ${tellPace(pace)}`);
      if (bare) console.log(`ratio ${(bare.seconds / ours.seconds).toFixed(2)} by time, ${((bare.postgres + bare.product) / (ours.postgres + ours.product)).toFixed(2)} by processor time\n`);
    }
  } finally {
    await database.end();
    await product.stop();
  }
}

async function gauged(place, work) {
  const gauges = await startGauges(place);
  await work(gauges);
  return gauges.stop();
}

/** Rows a second of processor time, fifth by fifth: what grows faster than the file is seen here. */
function tellPace(pace) {
  const parts = pace.map(({ written, processor }, index) => Math.round((written - (pace[index - 1]?.written ?? 0)) / (processor - (pace[index - 1]?.processor ?? 0))));
  return `rows per second of processor time, fifth by fifth: ${parts.map((part) => part.toLocaleString('en')).join(', ')}`;
}

function tell(title, { seconds, postgres, product, wal }) {
  const rate = Math.round(rows / seconds).toLocaleString('en');
  console.log(`${title.padEnd(12)} ${rate} rows/s (${seconds.toFixed(1)} s) · processor ${postgres.toFixed(1)} s in PostgreSQL, ${product.toFixed(1)} s in the product · WAL ${wal.toFixed(0)} MB`);
}

/** The same rows twice: as people have them, and as the table has them. */
async function writeFiles(folder, { user, ids }, round) {
  const paths = { ours: join(folder, `parcels-${round}.${format}`), bare: join(folder, `bare-${round}.csv`) };
  await writeFile(paths.ours, format, { rows, round });
  if (!withBare) return paths;
  const now = new Date().toISOString();
  const bare = createWriteStream(paths.bare);
  for (let n = 1; n <= rows; n += 1) {
    const cells = cellsOf(n, round).with(headings.indexOf('depot'), ids[n % depots]);
    if (!bare.write(csvLine([timeOrdered(n, round), user, now, user, now, user, 1, ...cells]))) await once(bare, 'drain');
  }
  await new Promise((resolve) => bare.end(resolve));
  return paths;
}

/** Ascending, as the product makes them. */
function timeOrdered(n, round) {
  const hex = (round * 1_000_000_000 + n).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

async function copyBare(database, { schema }, path) {
  const names = ['id', 'owner_id', 'created_at', 'created_by', 'updated_at', 'updated_by', 'version', ...columns];
  await copyIn(database, `copy ${pg.escapeIdentifier(schema)}.bare (${names.join(', ')}) from stdin with (format csv)`, createReadStream(path, { highWaterMark: 256 * 1024 }));
}

function copyIn(client, statement, source) {
  return new Promise((resolve, reject) => {
    client.query({
      submit: (connection) => { connection.query(statement); },
      handleCopyInResponse: async (connection) => {
        for await (const piece of source) {
          connection.sendCopyFromChunk(piece);
          if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
        }
        connection.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    });
  });
}

async function importFile(product, path, onProgress) {
  const form = new FormData();
  form.set('file', await openAsBlob(path), `parcels.${format}`);
  const response = await fetch(`${product.url}/import/upload`, { method: 'POST', headers: { authorization: `Bearer ${product.key}` }, body: form });
  const upload = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(upload));
  const plan = { object: 'Parcel', mode: 'create', columns: headings.map((column) => ({ column, field: column, ...(column === 'depot' && { match: 'name' }) })) };
  let { state } = await askMetadata(product, 'mutation ($upload: ID!, $plan: JSON!) { state: startImport(upload: $upload, plan: $plan) { id status } }', { upload: upload.id, plan });
  while (!['DONE', 'FAILED', 'CANCELLED'].includes(state.status)) {
    await pause(500);
    ({ state } = await askMetadata(product, 'query ($id: ID!) { state: import(id: $id) { id status created rejected error } }', { id: state.id }));
    await onProgress(state.created);
  }
  if (state.status !== 'DONE' || state.created !== rows) throw new Error(JSON.stringify(state));
}
