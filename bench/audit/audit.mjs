// What the audit trail costs: the same requests to two objects that differ in one word only, `sensitive` on two fields. Milliseconds of processor time
// per request, of the API process and of PostgreSQL, the two sides in turns. Every request of the one side leaves an entry, which is counted at the end.
// BENCH_ROUNDS (5), BENCH_MILLISECONDS (400 per side and round), BENCH_CONNECTIONS (1,16), BENCH_ONLY (cases whose name contains it).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { askRecords, publishDocuments } from '../ask.mjs';
import { startProduct } from '../servers.mjs';
import { threadTime } from '../thread-time.mjs';
import { familyOf } from '../throughput/processor-time.mjs';

const RECORDS = 1_000;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const milliseconds = Number(process.env.BENCH_MILLISECONDS ?? 400);
const concurrencies = (process.env.BENCH_CONNECTIONS ?? '1,16').split(',').map(Number);
const only = process.env.BENCH_ONLY ?? '';

/** `notes`: how many entries of the trail a request leaves where the fields are sensitive. `name` is that of the object, in the singular. */
const cases = {
  'read by id': { notes: 1, query: (name) => `query ($id: ID!) { ${name}(id: $id) { id title diagnosis weight } }` },
  'read by id, other fields': { notes: 0, query: (name) => `query ($id: ID!) { ${name}(id: $id) { id title } }` },
  'list of 50': { notes: 1, query: (name) => `{ ${name}s(first: 50) { nodes { id title diagnosis weight } } }` },
  'write, told': { notes: 1, query: (name) => `mutation ($id: ID!, $text: String!) { update${upper(name)}(id: $id, data: { diagnosis: $text }) { id diagnosis } }` },
  'write, not told': { notes: 0, query: (name) => `mutation ($id: ID!, $text: String!) { update${upper(name)}(id: $id, data: { diagnosis: $text }) { id } }` },
};

export async function measureAudit({ databaseUrl, folder }) {
  const product = await startProduct(databaseUrl, folder);
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await publishDocuments(product, [makeObject('Plain', false), makeObject('Guarded', true)]);
    const sides = [];
    for (const name of ['plain', 'guarded']) sides.push({ name, ids: await fill(product, name) });
    await database.query('vacuum analyze');
    const postmaster = Number(readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
    const measured = { product, sides, pids: () => ({ api: [product.process.pid], postgres: familyOf(postmaster) }), count: () => countEntries(database) };
    console.log(`milliseconds of processor time per request\n${['case, connections'.padEnd(30), ...['without', 'with', 'more', 'API', 'PostgreSQL'].map((title) => title.padStart(11))].join('')}`);
    for (const [name, one] of Object.entries(cases).filter(([name]) => name.includes(only))) for (const connections of concurrencies) await compare(measured, name, one, connections);
  } finally {
    await database.end();
    await product.stop();
  }
}

function makeObject(name, sensitive) {
  const text = (title, guanxi = {}) => ({ title, type: 'string', maxLength: 80, guanxi: { type: 'text', ...guanxi } });
  const properties = { title: text('Title'), diagnosis: text('Diagnosis', { sensitive }), weight: { title: 'Weight', type: 'integer', guanxi: { type: 'integer', sensitive } } };
  return { kind: 'object', name, title: name, type: 'object', properties, guanxi: { nameField: 'title' } };
}

async function fill(product, name) {
  const data = Array.from({ length: RECORDS }, (_, n) => ({ title: `Record ${n}`, diagnosis: `Diagnosis ${n % 50}`, weight: 40 + (n % 60) }));
  const made = await askRecords(product, `mutation ($data: [${upper(name)}Create!]!) { create${upper(name)}s(data: $data) { id } }`, { data });
  return made[`create${upper(name)}s`].map(({ id }) => id);
}

async function compare(measured, name, one, connections) {
  const tallies = measured.sides.map((side) => ({ side, runs: 0, api: 0, postgres: 0 }));
  for (const tally of tallies) await ask(measured, one, tally.side, connections, milliseconds);
  const before = await measured.count();
  for (let round = 0; round < rounds; round += 1) for (const tally of tallies) await count(measured, one, tally, connections);
  const [without, guarded] = tallies.map(({ runs, api, postgres }) => ({ api: api / runs, postgres: postgres / runs, sum: (api + postgres) / runs }));
  const entries = (await measured.count()) - before;
  const expected = tallies[1].runs * one.notes;
  if (entries !== expected) throw new Error(`${name}: ${entries} entries of ${expected}.`);
  const more = (part) => (guarded[part] - without[part]).toFixed(3);
  console.log([`${name}, ${connections}`.padEnd(30), ...[without.sum.toFixed(3), guarded.sum.toFixed(3), more('sum'), more('api'), more('postgres')].map((value) => value.padStart(11))].join(''));
}

async function count(measured, one, tally, connections) {
  const pids = measured.pids();
  const before = Object.entries(pids).map(([part, of]) => [part, threadTime(of)]);
  tally.runs += await ask(measured, one, tally.side, connections, milliseconds);
  for (const [part, taken] of before) tally[part] += threadTime(pids[part]) - taken;
}

/** As many requests as fit into the time; how many they were. A wrong answer ends the run: a fast error is not a result. */
async function ask({ product }, { query }, { name, ids }, connections, until) {
  const end = performance.now() + until;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${product.key}` };
  let runs = 0;
  await Promise.all(Array.from({ length: connections }, async () => {
    do {
      runs += 1;
      const response = await fetch(`${product.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: query(name), variables: { id: ids[runs % ids.length], text: `Diagnosis ${runs}` } }) });
      const text = await response.text();
      if (!response.ok || text.includes('"errors"')) throw new Error(`${response.status}: ${text.slice(0, 400)}`);
    } while (performance.now() < end);
  }));
  return runs;
}

async function countEntries(database) {
  const { rows } = await database.query("select count(*)::int as count from guanxi.trail where kind = 'sensitiveRead'");
  return rows[0].count;
}

function upper(name) {
  return `${name[0].toUpperCase()}${name.slice(1)}`;
}
