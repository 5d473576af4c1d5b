// What a save of a child costs under a parent with few children and under one with very many, with roll-ups of every operation.
// BENCH_CHILDREN (200000) under the large parent, BENCH_SECONDS (6) and BENCH_ROUNDS (3) of measuring, one connection: latency counts.
import pg from 'pg';
import { publishDocuments } from './ask.mjs';
import { measure } from './measure.mjs';
import { startProduct } from './servers.mjs';

const children = Number(process.env.BENCH_CHILDREN ?? 200_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const load = { seconds: Number(process.env.BENCH_SECONDS ?? 6), connections: 1 };
const FEW = 20;

let serial = 0;
const property = (type, keywords, guanxi = {}) => ({ title: `Field ${(serial += 1)}`, ...keywords, guanxi: { id: `roll-up-${serial}`, type, ...guanxi } });
const rollUp = (operation, more = {}) => property('rollUp', { readOnly: true }, { relation: 'parts', operation, ...more });

const documents = [
  {
    kind: 'object', name: 'Whole', title: 'Whole', type: 'object', guanxi: { id: 'roll-up-whole', nameField: 'name' },
    properties: {
      name: property('text', { type: 'string', maxLength: 80 }),
      number: rollUp('count', { filter: 'weight > 0' }),
      total: rollUp('sum', { value: 'weight * 2' }),
      average: rollUp('avg', { value: 'weight' }),
      least: rollUp('min', { value: 'weight' }),
      greatest: rollUp('max', { value: 'weight' }),
      first: rollUp('first', { value: 'name', orderBy: 'madeOn' }),
      last: rollUp('last', { value: 'name', orderBy: 'madeOn' }),
    },
  },
  {
    kind: 'object', name: 'Part', title: 'Part', type: 'object', guanxi: { id: 'roll-up-part', nameField: 'name' },
    properties: {
      name: property('text', { type: 'string', maxLength: 80 }),
      whole: property('lookup', { type: 'string', format: 'uuid' }, { target: 'Whole', inverse: { name: 'parts' } }),
      weight: property('decimal', { type: 'string', format: 'decimal' }, { precision: 18, scale: 2 }),
      madeOn: property('date', { type: 'string', format: 'date' }),
    },
  },
];

const cases = {
  'a new child': {
    query: 'mutation ($data: PartCreate!) { createPart(data: $data) { id } }',
    variables: ({ whole }) => ({ data: { name: `Part ${(serial += 1)}`, wholeId: whole, weight: `${serial % 900}.25`, madeOn: '2026-02-03' } }),
  },
  'a change of any child': {
    query: 'mutation ($id: ID!, $data: PartUpdate!) { updatePart(id: $id, data: $data) { id } }',
    variables: ({ parts }) => ({ id: parts[(serial += 1) % parts.length], data: { weight: `${serial % 900}.5` } }),
  },
  // The greatest comes and goes: the one before has to be found again each time.
  'a change of the greatest child': {
    query: 'mutation ($id: ID!, $data: PartUpdate!) { updatePart(id: $id, data: $data) { id } }',
    variables: ({ parts }) => ({ id: parts[0], data: { weight: (serial += 1) % 2 === 0 ? '5000' : '1' } }),
  },
};

export async function measureRollUp({ databaseUrl, folder }) {
  const product = await startProduct(databaseUrl, folder);
  try {
    await publishDocuments(product, documents);
    const [few, many] = await seed(databaseUrl, [FEW, children]);
    for (const [name, { query, variables }] of Object.entries(cases)) {
      const sides = { few: [], many: [] };
      for (let round = 0; round < rounds; round += 1) {
        for (const [side, place] of [['few', few], ['many', many]]) {
          const body = (where) => ({ query, variables: variables(where) });
          sides[side].push(await measure({ url: `${product.url}/graphql`, body, place, key: product.key, ...load }));
        }
      }
      const best = (side) => Math.max(...sides[side].map(({ perSecond }) => perSecond));
      const line = [`${FEW} children: ${best('few').toFixed(0)}/s`, `${children.toLocaleString('en')} children: ${best('many').toFixed(0)}/s`];
      console.log(`${name}: ${line.join(' · ')} · ratio ${(best('few') / best('many')).toFixed(2)} (aim: at most 1.2)`);
    }
  } finally {
    await product.stop();
  }
}

async function seed(databaseUrl, sizes) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: [{ schema }] } = await client.query('select schema from guanxi.org limit 1');
    const name = pg.escapeIdentifier(schema);
    const { rows: [{ id: user }] } = await client.query(`select id from ${name}._user where active limit 1`);
    const places = [];
    for (const size of sizes) {
      // Through the back door, with what the roll-ups of such children come to.
      const { rows: [{ id: whole }] } = await client.query(
        `insert into ${name}.whole (id, name, owner_id, created_by, updated_by, created_at, updated_at, number, total, total__sum, average, average__sum, average__count, least, greatest, first, last)
         select gen_random_uuid(), 'Whole', $1, $1, $1, now(), now(), count(*), sum(w * 2), sum(w * 2), avg(w), sum(w), count(*), min(w), max(w), 'Part 1', 'Part ' || max(n)
         from (select n, n % 1000 + 0.5 as w from generate_series(1, $2::int) n) s returning id`,
        [user, size],
      );
      const { rows } = await client.query(
        `insert into ${name}.part (id, name, whole_id, weight, made_on, owner_id, created_by, updated_by, created_at, updated_at)
         select gen_random_uuid(), 'Part ' || n, $2, n % 1000 + 0.5, date '2000-01-01' + (n % 9000), $1, $1, $1, now(), now() from generate_series(1, $3::int) n returning id`,
        [user, whole, size],
      );
      places.push({ whole, parts: rows.slice(0, 5000).map(({ id }) => id) });
    }
    await client.query('vacuum analyze');
    return places;
  } finally {
    await client.end();
  }
}
