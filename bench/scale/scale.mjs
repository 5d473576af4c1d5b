// An org of 500 objects and 20,000 fields: how soon after its commit one more field can be asked for, and what memory it takes;
// and what 200 small orgs in one process take.
// BENCH_OBJECTS (500), BENCH_FIELDS per object (40), BENCH_SMALL_ORGS (200), BENCH_ROUNDS publishings (5).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { askRecords, publishDraft, saveDraft } from '../ask.mjs';
import { startProduct } from '../servers.mjs';
import { makeDocuments } from './documents.mjs';

const objects = Number(process.env.BENCH_OBJECTS ?? 500);
const fields = Number(process.env.BENCH_FIELDS ?? 40);
const smallOrgs = Number(process.env.BENCH_SMALL_ORGS ?? 200);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const reporter = fileURLToPath(new URL('report-heap.mjs', import.meta.url));
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const mega = (bytes) => `${Math.round(bytes / 1_048_576)} MB`;

export async function measureScale({ databaseUrl, folder }) {
  const heapFile = join(folder, 'heap');
  const product = await startProduct(databaseUrl, folder, { nodeArguments: ['--expose-gc', '--import', reporter], env: { BENCH_HEAP_FILE: heapFile } });
  try {
    const before = await readHeap(product, heapFile);
    await measureLargeOrg({ databaseUrl, product });
    const withLarge = await readHeap(product, heapFile);
    console.log(`memory of that org: ${mega(withLarge.heapUsed - before.heapUsed)} of heap (process: ${mega(withLarge.rss)} resident)`);
    if (smallOrgs > 0) await measureSmallOrgs({ databaseUrl, folder, product, heapFile, before: withLarge });
  } finally {
    await product.stop();
  }
}

async function measureLargeOrg({ databaseUrl, product }) {
  const documents = makeDocuments(objects, fields);
  const batch = 100;
  const time = Date.now();
  for (let start = 0; start < documents.length; start += batch) await saveDraft(product, documents.slice(start, start + batch));
  console.log(`${objects} objects with ${objects * fields} fields: laid into the draft in ${Date.now() - time} ms`);
  console.log(`published in ${await publishDraft(product)} ms`);
  await untilVisible(product, `field${String(fields - 1).padStart(2, '0')}`);

  const results = [];
  for (let round = 1; round <= rounds; round += 1) results.push(await publishOneField({ databaseUrl, product, document: documents[0], round }));
  const worst = Math.max(...results.map(({ visible }) => visible));
  for (const { saved, published, visible } of results) console.log(`one field more: saved in ${saved} ms, published in ${published} ms, in the schema ${visible} ms after the commit`);
  console.log(`worst: ${worst} ms after the commit (aim: 200)`);
}

/** A second client asks without pause for the field; a third hears of the commit from PostgreSQL itself. */
async function publishOneField({ databaseUrl, product, document, round }) {
  const name = `added${round}`;
  document.properties[name] = { title: `Added ${round}`, type: 'string', guanxi: { id: `added-${round}`, type: 'text' } };
  const time = performance.now();
  await saveDraft(product, [document]);
  const saved = Math.round(performance.now() - time);

  const listener = new pg.Client({ connectionString: databaseUrl });
  await listener.connect();
  await listener.query('listen guanxi');
  const committed = new Promise((resolve) => listener.on('notification', ({ payload }) => JSON.parse(payload).topic === 'published' && resolve(performance.now())));
  const publishing = publishDraft(product);
  const committedAt = await committed;
  const visible = Math.round((await untilVisible(product, name)) - committedAt);
  const published = await publishing;
  await listener.end();
  await pause(500);
  return { saved, published, visible };
}

/** The moment at which the field could be asked for. */
async function untilVisible(product, field) {
  const query = `{ thing000s(first: 1) { nodes { id ${field} } } }`;
  for (let attempt = 0; attempt < 2_000; attempt += 1) {
    const isThere = await askRecords(product, query).then(() => true, () => false);
    if (isThere) return performance.now();
    await pause(5);
  }
  throw new Error(`The field ${field} was not to be had.`);
}

async function measureSmallOrgs({ databaseUrl, folder, product, heapFile, before }) {
  const keys = await makeOrgs({ databaseUrl, folder });
  for (const key of keys) await askRecords({ url: product.url, key }, '{ thing000s(first: 1) { nodes { id name } } }');
  const after = await readHeap(product, heapFile);
  console.log(`${smallOrgs} small orgs (20 objects, 300 fields each), all asked once: ${mega(after.heapUsed - before.heapUsed)} of heap more (process: ${mega(after.rss)} resident)`);
}

async function makeOrgs({ databaseUrl, folder }) {
  const script = fileURLToPath(new URL('make-orgs.mjs', import.meta.url));
  const env = { ...process.env, DATABASE_URL: databaseUrl, GUANXI_DATA: folder, LOG_LEVEL: 'error', NODE_ENV: 'production' };
  const child = spawn(process.execPath, [script, String(smallOrgs), '20', '15'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (piece) => (output += piece));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`Making the small orgs ended with ${code}.`);
  return output.trim().split('\n');
}

/** What is left on the heap of the product after collecting. */
async function readHeap({ process: child }, file) {
  const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []);
  const known = lines().length;
  child.kill('SIGWINCH');
  for (let attempt = 0; attempt < 200; attempt += 1) {
    await pause(50);
    if (lines().length > known) return JSON.parse(lines().at(-1));
  }
  throw new Error('The product did not report its heap.');
}

