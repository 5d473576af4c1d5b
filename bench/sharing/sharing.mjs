// What it costs that people see what is shared with them: the same reads by somebody who sees everything and by people at the bottom, in the
// middle and at the top of a tree of roles of six levels. The processor time of PostgreSQL is counted, the two sides in turns.
// BENCH_ROWS (1,000,000 deals), BENCH_ROUNDS (5), BENCH_MILLISECONDS (400 per side and round), BENCH_EXPLAIN=1 prints plans.
import pg from 'pg';
import { bindStatement, compileRead, EVERYTHING, MOST_NARROW, resolveAccess } from '../../packages/query/dist/index.js';
import { readProcessorTime } from '../throughput/processor-time.mjs';
import { fillOffice, idOf, makeModel, makePeople, SCHEMA } from './office.mjs';

const records = Number(process.env.BENCH_ROWS ?? 1_000_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const milliseconds = Number(process.env.BENCH_MILLISECONDS ?? 400);

const select = (...fields) => fields.map((field) => ({ kind: 'value', key: field, field }));
const page = (limit, more = {}) => ({ where: EVERYTHING, orderBy: [{ path: ['createdAt'], direction: 'desc' }], direction: 'forwards', limit, select: [{ kind: 'nodes', key: 'nodes', select: select('id', 'name', 'amount') }], ...more });
const account = { kind: 'one', key: 'account', field: 'account', select: select('id', 'name') };
const deals = { kind: 'page', key: 'deals', relation: 'deals', page: page(5) };
const only = process.env.BENCH_ONLY;
const roots = {
  'by id': () => [{ kind: 'one', key: 'found', object: 'Deal', id: { path: ['variables', 'id'] }, select: select('id', 'name', 'amount') }],
  list: () => [{ kind: 'page', key: 'found', object: 'Deal', page: page(50) }],
  'list and count': () => [{ kind: 'page', key: 'found', object: 'Deal', page: page(50, { select: [{ kind: 'nodes', key: 'nodes', select: select('id', 'name') }, { kind: 'totalCount', key: 'totalCount' }] }) }],
  'nested, up': () => [{ kind: 'page', key: 'found', object: 'Deal', page: page(50, { select: [{ kind: 'nodes', key: 'nodes', select: [...select('id', 'name'), account] }] }) }],
  'nested, down': () => [{ kind: 'page', key: 'found', object: 'Account', page: page(20, { select: [{ kind: 'nodes', key: 'nodes', select: [...select('id', 'name'), deals] }] }) }],
};

export async function measureSharing({ databaseUrl }) {
  const people = makePeople();
  const roles = people.map(({ above }, index) => ({ kind: 'role', name: `r${index}`, title: `Role ${index}`, ...(above !== undefined && { parent: `r${above}` }), guanxi: {} }));
  const model = makeModel(roles);
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  if (process.env.BENCH_GENERIC) await database.query('set plan_cache_mode = force_generic_plan');
  try {
    console.log(`${people.length} people in six levels, ${records.toLocaleString('en')} deals, ${(records / 10).toLocaleString('en')} accounts …`);
    await fillOffice(database, model, people, records);
    const { rows: [{ pid }] } = await database.query('select pg_backend_pid() as pid');
    const bottom = people.findIndex(({ level }) => level === 5);
    const middle = people.findIndex(({ level }) => level === 3);
    console.log(`\n${'milliseconds of PostgreSQL'.padEnd(28)}${'all'.padStart(9)}${'shared'.padStart(9)}${'ratio'.padStart(8)}`);
    for (const [name, of] of Object.entries(roots).filter(([name]) => !only || name === only)) {
      for (const [place, index] of [['bottom', bottom], ['middle', middle], ['second', 1], ['top', 0]]) {
        await measureCase(database, pid, `${name}, ${place}`, of(), model, people, index);
      }
    }
  } finally {
    await database.end();
  }
}

/** Those whose records are open to the person by who owns them. */
function countBelow(people, index) {
  return people.filter((person) => isUnder(people, person, index)).length;
}

function isUnder(people, { above }, index) {
  return above !== undefined && (above === index || isUnder(people, people[above], index));
}

async function measureCase(database, pid, name, requests, model, people, index) {
  const me = idOf(index);
  const reach = countBelow(people, index) <= MOST_NARROW ? 'narrow' : 'wide';
  const accesses = { all: resolveAccess(model, ['all'], { userId: me, admin: false }), shared: { ...resolveAccess(model, ['shared'], { userId: me, admin: false }), reach } };
  const owned = (await database.query(`select id from ${SCHEMA}.deal where owner_id = $1 order by id limit 200`, [me])).rows;
  const sides = Object.entries(accesses).map(([side, access]) => {
    const statement = compileRead({ roots: requests }, { model, access, schema: SCHEMA });
    return { side, statement, text: statement.text, taken: 0, runs: 0 };
  });
  for (const side of sides) if (process.env.BENCH_EXPLAIN && side.side === 'shared') await explain(database, name, side, me, owned[0]?.id);
  for (const side of sides) await work(database, pid, side, me, owned, 30);
  for (let round = 0; round < rounds; round += 1) for (const side of sides) await work(database, pid, side, me, owned, milliseconds, true);
  const [all, shared] = sides.map(({ taken, runs }) => taken / runs);
  console.log(`${name.padEnd(28)}${all.toFixed(3).padStart(9)}${shared.toFixed(3).padStart(9)}${(all / shared).toFixed(2).padStart(8)}`);
}

async function work(database, pid, side, me, owned, until, counts = false) {
  const before = readProcessorTime([pid]);
  const end = performance.now() + until;
  let runs = 0;
  do {
    const variables = { id: owned[runs % owned.length]?.id };
    await database.query({ name: `${side.side} ${hash(side.text)}`, text: side.text, values: bindStatement(side.statement, { variables, me, now: new Date().toISOString(), timeZone: 'Asia/Taipei' }) });
    runs += 1;
  } while (performance.now() < end);
  if (!counts) return;
  side.taken += readProcessorTime([pid]) - before;
  side.runs += runs;
}

function hash(text) {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + character.charCodeAt(0)) | 0;
  return String(sum);
}

async function explain(database, name, { text, statement }, me, id) {
  const { rows } = await database.query({ text: `explain (analyze, costs off, timing off) ${text}`, values: bindStatement(statement, { variables: { id }, me, now: new Date().toISOString(), timeZone: 'Asia/Taipei' }) });
  console.log(`\n${name}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}\n`);
}
