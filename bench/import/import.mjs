// An import against the bare limit: the same rows by COPY into a table of the same columns and indexes.
// BENCH_ROWS (1,000,000) rows of 12 columns; BENCH_ROUNDS (1). Told of both: rows a second, processor time, and bytes of WAL; of the
// import also where the database's time goes, and the most memory of the process (it serves the API at the same time).
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { startProduct } from '../servers.mjs';
import { readMemory, startGauges } from './gauges.mjs';
import { forgetStatements, readStages } from './stages.mjs';

const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 1);
const depots = 1_000;
const TOLD = 5;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const text = (title, guanxi = {}, more = {}) => ({ title, type: 'string', ...more, guanxi: { type: 'text', ...guanxi } });
const kind = (type, title, keywords, guanxi = {}) => ({ title, ...keywords, guanxi: { type, ...guanxi } });
const depot = { kind: 'object', name: 'Depot', title: 'Depot', type: 'object', properties: { name: text('Name', { externalId: true, unique: true }) }, required: ['name'], guanxi: { nameField: 'name' } };
const parcel = (name, inverse) => ({
  kind: 'object', name, title: name, type: 'object', required: ['name'], guanxi: { nameField: 'name' },
  properties: {
    code: text('Code', { externalId: true, unique: true }),
    name: text('Name'),
    email: kind('email', 'E-mail', { type: 'string', format: 'email' }),
    city: text('City', { indexed: true }),
    street: text('Street'),
    amount: kind('currency', 'Amount', { type: 'string', format: 'decimal' }, { precision: 18, scale: 2 }),
    pieces: kind('integer', 'Pieces', { type: 'integer' }),
    status: kind('picklist', 'Status', { type: 'string', enum: ['open', 'sent', 'lost'] }, { values: ['open', 'sent', 'lost'].map((value) => ({ value, label: value })) }),
    sentOn: kind('date', 'Sent on', { type: 'string', format: 'date' }),
    urgent: kind('boolean', 'Urgent', { type: 'boolean' }),
    depot: kind('lookup', 'Depot', { type: 'string', format: 'uuid' }, { target: 'Depot', inverse: { name: inverse } }),
    note: text('Note'),
  },
});
const headings = ['code', 'name', 'email', 'city', 'street', 'amount', 'pieces', 'status', 'sentOn', 'urgent', 'depot', 'note'];
const columns = ['code', 'name', 'email', 'city', 'street', 'amount', 'pieces', 'status', 'sent_on', 'urgent', 'depot_id', 'note'];

export async function measureImport({ databaseUrl, folder }) {
  const product = await startProduct(databaseUrl, folder, { command: 'all' });
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await publish(product, [depot, parcel('Parcel', 'parcels'), parcel('Bare', 'bares')]);
    const place = await fillDepots(database);
    console.log(`${rows.toLocaleString('en')} rows of ${headings.length} columns, ${rounds} round${rounds > 1 ? 's' : ''}\n`);
    for (let round = 1; round <= rounds; round += 1) {
      const files = await writeFiles(folder, place, round);
      const gauges = { database, processId: product.process.pid };
      const bare = await gauged(gauges, () => copyBare(database, place, files.bare));
      await forgetStatements(database);
      const pace = [];
      const ours = await gauged(gauges, (running) => importFile(product, files.ours, async (written) => {
        if (written >= (rows / TOLD) * (pace.length + 1)) pace.push({ written, ...(await running.lap()) });
      }));
      tell('bare COPY', bare);
      tell('import', ours);
      console.log(`             memory ${ours.memory} MB at most (${await readMemory(product.process.pid, 'VmHWM')} MB since the start), of one connection of PostgreSQL ${ours.backend} MB`);
      console.log(`             ${(await readStages(database)).map(([stage, seconds]) => `${stage} ${seconds.toFixed(1)} s`).join(' · ')}`);
      console.log(`             ${tellPace(pace)}`);
      console.log(`ratio ${(bare.seconds / ours.seconds).toFixed(2)} by time, ${((bare.postgres + bare.product) / (ours.postgres + ours.product)).toFixed(2)} by processor time\n`);
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

async function fillDepots(database) {
  const { rows: [{ schema, user }] } = await database.query(`select schema, (select id from guanxi."user" limit 1) as user from guanxi.org limit 1`);
  const { rows: made } = await database.query(
    `insert into ${pg.escapeIdentifier(schema)}.depot (id, owner_id, created_at, created_by, updated_at, updated_by, version, name)
     select gen_random_uuid(), $1, now(), $1, now(), $1, 1, 'D-' || n from generate_series(1, $2::integer) n returning id, name`,
    [user, depots],
  );
  return { schema, user, ids: made.toSorted((left, right) => Number(left.name.slice(2)) - Number(right.name.slice(2))).map(({ id }) => id) };
}

/** The same rows twice: as people have them, and as the table has them. */
async function writeFiles(folder, { user, ids }, round) {
  const paths = { ours: join(folder, `parcels-${round}.csv`), bare: join(folder, `bare-${round}.csv`) };
  const [ours, bare] = [createWriteStream(paths.ours), createWriteStream(paths.bare)];
  const now = new Date().toISOString();
  ours.write(`${headings.join(',')}\n`);
  for (let n = 1; n <= rows; n += 1) {
    const head = `P-${round}-${n},"Parcel ${n}, ${n % 2 ? '王小明' : 'Ada Lovelace'}",parcel${n}@example.com,City ${n % 977},${n % 300} Long Street,${(n * 1.25).toFixed(2)},${n % 90},${['open', 'sent', 'lost'][n % 3]},2026-0${(n % 9) + 1}-1${n % 9},${n % 2 === 0}`;
    const tail = `Left at the door ${n}`;
    const ready = ours.write(`${head},D-${(n % depots) + 1},${tail}\n`) & bare.write(`${timeOrdered(n, round)},${user},${now},${user},${now},${user},1,${head},${ids[n % depots]},${tail}\n`);
    if (!ready) await Promise.all([ours, bare].filter((stream) => stream.writableNeedDrain).map((stream) => once(stream, 'drain')));
  }
  await Promise.all([ours, bare].map((stream) => new Promise((resolve) => stream.end(resolve))));
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
  form.set('file', await openAsBlob(path), 'parcels.csv');
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

async function publish(product, documents) {
  const { saveDraft } = await askMetadata(product, 'mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path message } } }', { documents });
  if (saveDraft.problems.length > 0) throw new Error(JSON.stringify(saveDraft.problems));
  const { plan } = await askMetadata(product, '{ plan { baseRevision } }');
  const { publish: result } = await askMetadata(product, 'mutation ($revision: Int!) { publish(baseRevision: $revision) { revision problems { message } } }', { revision: plan.baseRevision });
  if (result.revision === null) throw new Error(JSON.stringify(result.problems));
}

async function askMetadata(product, query, variables = {}) {
  const response = await fetch(`${product.url}/metadata`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${product.key}` }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors).slice(0, 400));
  return data;
}
