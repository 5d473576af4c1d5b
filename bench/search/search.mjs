// A million customers, half of them with Chinese names: what people type, in the search over all objects and in a list.
// BENCH_ROWS (1,000,000), BENCH_RUNS (30 per case).
import pg from 'pg';
import { askRecords, publishDocuments } from '../ask.mjs';
import { startProduct } from '../servers.mjs';
import { fillPeople } from './people.mjs';

const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
const runs = Number(process.env.BENCH_RUNS ?? 30);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const text = (title, guanxi = {}) => ({ title, type: 'string', guanxi: { type: 'text', ...guanxi } });
const client = {
  kind: 'object', name: 'Client', title: 'Client', type: 'object', required: ['name'],
  properties: {
    name: text('Name'), phone: text('Phone', { type: 'phone' }), email: { ...text('E-mail', { type: 'email' }), format: 'email' }, company: text('Company'),
    address: { title: 'Address', type: 'object', guanxi: { type: 'address' } }, note: text('Note', { type: 'longText' }),
  },
  guanxi: { nameField: 'name' },
};

/** Each time another of these, so that nothing is measured of one lucky answer. */
const cases = [
  { name: 'two characters, rare', words: ['歐陽', '婉竹', '瑋鳳', '旭蘭', '詩月'] },
  { name: 'two characters, given name', words: ['志明', '淑芬', '雅婷', '建宏', '怡君', '小華'] },
  { name: 'two characters, surname and first', words: ['陳志', '林美', '王小', '黃家'] },
  { name: 'two characters, place', words: ['台北', '高雄', '板橋', '臺南'] },
  { name: 'one character', words: ['歐', '鳳', '瑋', '陳', '王'] },
  { name: 'whole Chinese name', words: ['王小明', '陳志豪', '林淑芬', '張建宏'] },
  { name: 'simplified for traditional', words: ['陈志伟', '黄丽华', '张国荣', '刘庭龙'] },
  { name: 'three digits', words: ['345', '907', '112', '683'] },
  { name: 'four digits', words: ['3456', '9071', '1127', '6830'] },
  { name: 'phone as dialled', words: ['0912-345', '0987 654 3', '0933123'] },
  { name: 'part of an address', words: ['文心路3段', '忠孝東路2段1', '民族路5段33號'] },
  { name: 'Latin word', words: ['johnson', 'abernathy', 'seattle', 'fitzgerald'] },
  { name: 'Latin with accents', words: ['zoe', 'muller', 'dvorak'] },
  { name: 'typo', words: ['jonhson', 'abernaty', 'fitzgerlad', 'kowalzcyk'] },
  { name: 'two words', words: ['王 台北', '小明 高雄', 'mary seattle', 'zoe lindqvist'] },
  { name: 'nothing there', words: ['魑魅', 'qqxzv', '99999999999'] },
];

const questions = {
  'all objects': ['query ($text: String!) { found: search(text: $text, first: 20) { object id name match score fields { field text ranges } } }', ({ found }) => found.length],
  list: ['query ($text: String!) { found: clients(search: $text, first: 50) { nodes { id name phone email } } }', ({ found }) => found.nodes.length],
  'newest first': ['query ($text: String!) { found: clients(search: $text, first: 50, orderBy: [{ createdAt: DESC }]) { nodes { id name phone email } } }', ({ found }) => found.nodes.length],
};

export async function measureSearch({ databaseUrl, folder }) {
  const product = await startProduct(databaseUrl, folder, { command: 'all' });
  const database = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    await publishDocuments(product, [client]);
    const { rows: [{ schema, user }] } = await database.query('select schema, (select id from guanxi."user" limit 1) as user from guanxi.org limit 1');
    const table = `${pg.escapeIdentifier(schema)}.client`;
    await fillPeople(database, schema, user, rows);
    console.log(`${rows.toLocaleString('en')} customers, their indexes for the search not yet there`);
    const without = await measureWrites(product);
    const building = Date.now();
    // As an org of an earlier version gets them.
    await database.query(`insert into ${pg.escapeIdentifier(schema)}._pending_work (revision, kind, object, name, since) values (1, 'index', '', 'search', now())`);
    await untilFinished(database, schema);
    await database.query(`vacuum analyze ${table}`);
    const { rows: [{ table_size: tableSize, index_size: indexSize }] } = await database.query(
      `select pg_size_pretty(pg_table_size($1)) as table_size, (select pg_size_pretty(sum(pg_relation_size(indexrelid))) from pg_index where indrelid = $1::regclass and indexrelid::regclass::text like '%search%') as index_size`, [table]);
    console.log(`built in ${((Date.now() - building) / 1000).toFixed(0)} s beside the product; table ${tableSize}, indexes of the search ${indexSize}`);
    printWrites(without, await measureWrites(product));
    for (const [kind, question] of Object.entries(questions)) await measureKind(kind, question, product);
  } finally {
    await database.end();
    await product.stop();
  }
}

async function measureKind(kind, [query, count], product) {
  console.log(`\n${kind.padEnd(36)}    first   median      p95     hits`);
  for (const { name, words } of cases) {
    const first = [];
    const warm = [];
    let hits = [];
    for (const word of words) {
      const { milliseconds, answer } = await timed(() => askRecords(product, query, { text: word }));
      first.push(milliseconds);
      hits = [...hits, count(answer)];
    }
    for (let run = 0; run < runs; run += 1) warm.push((await timed(() => askRecords(product, query, { text: words[run % words.length] }))).milliseconds);
    warm.sort((left, right) => left - right);
    const at = (share) => `${warm[Math.min(warm.length - 1, Math.floor(warm.length * share))].toFixed(1)} ms`.padStart(9);
    console.log(`${name.padEnd(36)}${`${Math.max(...first).toFixed(1)} ms`.padStart(9)}${at(0.5)}${at(0.95)}  ${hits.join(' ')}`);
  }
}

async function measureWrites(product) {
  const data = (n) => ({ name: `王小明 ${n}`, phone: `+88691234${String(n % 10_000).padStart(4, '0')}`, email: `new${n}@example.com`, company: 'Acme Trading', address: { street: `中山路${n}號`, city: '台北市' } });
  const one = [];
  const changes = [];
  const ids = [];
  for (let n = 0; n < 300; n += 1) {
    const { milliseconds, answer } = await timed(() => askRecords(product, 'mutation ($data: ClientCreate!) { createClient(data: $data) { id } }', { data: data(n) }));
    one.push(milliseconds);
    ids.push(answer.createClient.id);
  }
  for (const [n, id] of ids.entries()) changes.push((await timed(() => askRecords(product, 'mutation ($id: ID!, $data: ClientUpdate!) { updateClient(id: $id, data: $data) { id } }', { id, data: { company: `Other ${n}` } }))).milliseconds);
  const many = Array.from({ length: 200 }, (_, n) => data(n + 1_000));
  const bulk = await timed(async () => { for (let round = 0; round < 5; round += 1) await askRecords(product, 'mutation ($data: [ClientCreate!]!) { createClients(data: $data) { id } }', { data: many }); });
  const median = (times) => times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)];
  return { create: median(one), update: median(changes), 'create, of 200 at once': bulk.milliseconds / 1000 };
}

function printWrites(without, withIndexes) {
  for (const [kind, before] of Object.entries(without)) console.log(`${kind}: ${before.toFixed(2)} ms without the indexes, ${withIndexes[kind].toFixed(2)} ms with them`);
}

async function timed(work) {
  const started = performance.now();
  const answer = await work();
  return { milliseconds: performance.now() - started, answer };
}

async function untilFinished(database, schema) {
  for (;;) {
    const { rows: [{ left }] } = await database.query(`select count(*)::integer as left from ${pg.escapeIdentifier(schema)}._pending_work`);
    if (left === 0) return;
    await pause(200);
  }
}
