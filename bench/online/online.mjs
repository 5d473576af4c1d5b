// A million records under steady reads and writes while online changes are published: no request may fail, none may wait
// longer than a second. BENCH_ROWS (1,000,000), BENCH_CLIENTS (4 readers and as many writers).
import pg from 'pg';
import { askMetadata, askRecords, publishDocuments } from '../ask.mjs';
import { startProduct } from '../servers.mjs';

const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
const clients = Number(process.env.BENCH_CLIENTS ?? 4);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const text = (title, guanxi = {}, more = {}) => ({ title, type: 'string', ...more, guanxi: { type: 'text', ...guanxi } });
const properties = { name: text('Name'), code: text('Code'), city: text('City'), amount: { title: 'Amount', type: 'string', format: 'decimal', guanxi: { type: 'currency' } }, number: { title: 'Number', type: 'integer', guanxi: { type: 'integer' } } };
const parcel = (more = {}, required = ['name'], guanxi = {}) => ({ kind: 'object', name: 'Parcel', title: 'Parcel', type: 'object', properties: { ...properties, ...more }, required, guanxi: { nameField: 'name', ...guanxi } });
const depot = { kind: 'object', name: 'Depot', title: 'Depot', type: 'object', properties: { name: text('Name') }, required: ['name'], guanxi: { nameField: 'name' } };

/** Each is laid over the one before it. */
const steps = [
  { title: 'a field is added', more: { note: text('Note') } },
  { title: 'a lookup is added, with its foreign key and index', more: { depot: { title: 'Depot', type: 'string', format: 'uuid', guanxi: { type: 'lookup', target: 'Depot', inverse: { name: 'parcels' } } } } },
  { title: 'a required field with a default is added', more: { grade: text('Grade', {}, { default: 'one' }) }, required: ['grade'] },
  { title: 'a field gets an index', more: { city: text('City', { indexed: true }) } },
  { title: 'a field becomes unique', more: { code: text('Code', { unique: true }) } },
  { title: 'a field becomes required', required: ['city'] },
  { title: 'a field is renamed', rename: ['number', 'serial'] },
  { title: 'a field is removed', remove: ['note'] },
];

export async function measureOnline({ databaseUrl, folder }) {
  const product = await startProduct(databaseUrl, folder, { command: 'all' });
  const database = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    await publishDocuments(product, [depot, parcel()]);
    const schema = await fill(database);
    console.log(`${rows.toLocaleString('en')} records; ${clients} clients read and ${clients} write without pause\n`);
    const load = startLoad(product);
    await pause(3_000);
    load.take();
    let document = parcel();
    for (const step of steps) {
      document = await apply(product, document, step);
      const published = Date.now();
      const took = await publishDocuments(product, [document]);
      const sentenceless = Date.now();
      await untilFinished(database, schema);
      const { requests, failed, longest, median } = load.take();
      console.log(`${step.title}: published in ${took} ms, finished ${Date.now() - sentenceless} ms later; ${requests} requests in ${Date.now() - published} ms, ${failed} failed, median ${median} ms, longest ${longest} ms`);
    }
    const { failures } = await load.stop();
    for (const failure of failures.slice(0, 5)) console.log(`failed: ${failure}`);
    if (failures.length > 0) process.exitCode = 1;
  } finally {
    await database.end();
    await product.stop();
  }
}

async function apply(product, document, { more = {}, required = [], rename, remove = [] }) {
  const kept = Object.entries((await documentOf(product, 'Parcel')).properties)
    .filter(([name]) => !remove.includes(name))
    .map(([name, property]) => [rename?.[0] === name ? rename[1] : name, property]);
  const before = Object.fromEntries(kept);
  const changed = Object.fromEntries(Object.entries(more).map(([name, property]) => [name, { ...property, guanxi: { ...(before[name] && { id: before[name].guanxi.id }), ...property.guanxi } }]));
  return { ...document, properties: { ...before, ...changed }, required: [...new Set([...document.required, ...required])] };
}

async function fill(database) {
  const { rows: [{ schema, user }] } = await database.query(`select schema, (select id from guanxi."user" limit 1) as user from guanxi.org limit 1`);
  await database.query(
    `insert into ${pg.escapeIdentifier(schema)}.parcel (id, owner_id, created_at, created_by, updated_at, updated_by, version, name, code, city, amount, number)
     select gen_random_uuid(), $1, now(), $1, now(), $1, 1, 'Parcel ' || n, 'P-' || n, 'City ' || n % 977, n * 1.5, n from generate_series(1, $2::integer) n`,
    [user, rows],
  );
  await database.query('vacuum analyze');
  return schema;
}

async function untilFinished(database, schema) {
  for (;;) {
    const { rows: [{ left }] } = await database.query(`select count(*)::integer as left from ${pg.escapeIdentifier(schema)}._pending_work`);
    if (left === 0) return;
    await pause(50);
  }
}

function startLoad(product) {
  let stopped = false;
  let times = [];
  const failures = [];
  let serial = 0;
  const ids = [];
  const work = async (kind) => {
    while (!stopped) {
      const started = performance.now();
      await (kind === 'read' ? read() : write()).catch((error) => failures.push(`${kind}: ${String(error).slice(0, 300)}`));
      times.push(performance.now() - started);
    }
  };
  // What an index serves: a wait is then the publishing's, not the reader's own.
  const read = () => askRecords(product, '{ parcels(orderBy: [{ createdAt: DESC }], first: 20) { nodes { id name code amount } } }');
  const write = async () => {
    serial += 1;
    const id = ids[serial % 50];
    if (id === undefined || serial % 3 === 0) {
      const { createParcel } = await askRecords(product, 'mutation ($data: ParcelCreate!) { createParcel(data: $data) { id } }', { data: { name: `New ${serial}`, code: `N-${process.pid}-${serial}`, city: 'City 1' } });
      ids[serial % 50] = createParcel.id;
    } else await askRecords(product, 'mutation ($id: ID!, $data: ParcelUpdate!) { updateParcel(id: $id, data: $data) { id version } }', { id, data: { city: `City ${serial % 977}` } });
  };
  const workers = Array.from({ length: clients }, () => [work('read'), work('write')]).flat();
  let seen = 0;
  return {
    /** What happened since it was asked for last. */
    take() {
      const taken = times.sort((left, right) => left - right);
      times = [];
      const failed = failures.length - seen;
      seen = failures.length;
      return { requests: taken.length, failed, longest: Math.round(taken.at(-1) ?? 0), median: Math.round(taken[Math.floor(taken.length / 2)] ?? 0) };
    },
    async stop() {
      stopped = true;
      await Promise.all(workers);
      return { failures };
    },
  };
}

async function documentOf(product, name) {
  const { documents } = await askMetadata(product, '{ documents(draft: false) { kind name document } }');
  return documents.find((one) => one.kind === 'object' && one.name === name).document;
}
