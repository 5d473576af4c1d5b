// What it costs that people see what is shared with them: the same requests by somebody who sees everything and by people at each level of a tree of
// roles. The processor time of the API process and of PostgreSQL is counted per request, the two sides in turns: "request" is their sum, "PostgreSQL" its part.
// BENCH_ROWS (1,000,000 deals), BENCH_ROUNDS (5), BENCH_MILLISECONDS (400 per side and round), BENCH_ONLY (reads whose name contains it),
// BENCH_PLACES (some of everybody, alone, bottom, middle, third, second, top). "everybody" is the thousand people, each as often as the others; the aim holds for each place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProduct } from '../servers.mjs';
import { familyTime, threadTime } from '../thread-time.mjs';
import { openOffice } from './office.mjs';

const AIM = 0.7;
const CONNECTIONS = 4;
const records = Number(process.env.BENCH_ROWS ?? 1_000_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const milliseconds = Number(process.env.BENCH_MILLISECONDS ?? 400);
const only = process.env.BENCH_ONLY ?? '';
const wanted = process.env.BENCH_PLACES?.split(',');

const fields = 'id name amount region';
const reads = {
  'by id': { query: `query ($id: ID!) { deal(id: $id) { ${fields} } }`, variables: ({ seen }, _, n) => ({ id: seen[n % seen.length] }) },
  list: { query: `{ deals(first: 50) { nodes { ${fields} } } }` },
  'list filtered': { query: `query ($region: String!) { deals(where: { region: { eq: $region } }, first: 50) { nodes { ${fields} } } }`, variables: (_, { regions }, n) => ({ region: regions[n % regions.length] }) },
  'list sorted': { query: `{ deals(orderBy: [{ amount: ASC }], first: 50) { nodes { ${fields} } } }` },
  'list and count': { query: `{ deals(first: 50) { totalCount nodes { ${fields} } } }`, slow: true },
  'nested, up': { query: `{ deals(first: 50) { nodes { ${fields} account { id name } } } }` },
  'nested, down': { query: `{ accounts(first: 50) { nodes { id name deals(first: 5) { nodes { ${fields} } } } } }` },
  'group by': { query: `{ deals { groupBy(by: [{ field: stage }]) { key { stage } count sum { amount } } } }`, slow: true },
};

export async function measureSharing({ databaseUrl, folder }) {
  const product = await startProduct(databaseUrl, folder);
  try {
    console.log(`1,000 people in six levels, ${records.toLocaleString('en')} deals, ${(records / 10).toLocaleString('en')} accounts …`);
    const office = await openOffice({ databaseUrl, product, records });
    const postmaster = Number(readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
    const measured = { product, office, taken: () => ({ api: threadTime([product.process.pid]), postgres: familyTime(postmaster) }) };
    console.log(`\nmilliseconds of processor time per request\n${'read, place'.padEnd(26)}${['all', 'shared', 'ratio', 'PostgreSQL', 'shared', 'ratio'].map((title) => title.padStart(11)).join('')}`);
    for (const [name, read] of Object.entries(reads).filter(([name]) => name.includes(only))) {
      for (const person of office.people.filter(({ place }) => !wanted || wanted.includes(place))) await compare(measured, name, read, person);
    }
  } finally {
    await product.stop();
  }
}

async function compare(measured, name, read, person) {
  // As many people on either side: finding out who asks costs the same.
  const sides = [measured.office.all.members.slice(0, person.members.length), person.members].map((members) => ({ keys: members.map(({ key }) => key), runs: 0, api: 0, postgres: 0 }));
  for (const side of sides) await ask(measured, read, person, side, read.slow ? 200 : 400);
  for (let round = 0; round < rounds; round += 1) for (const side of sides) await count(measured, read, person, side);
  const [all, shared] = sides.map(({ runs, api, postgres }) => ({ request: (api + postgres) / runs, postgres: postgres / runs }));
  const columns = ['request', 'postgres'].flatMap((part) => [all[part].toFixed(3), shared[part].toFixed(3), (all[part] / shared[part]).toFixed(2)]);
  console.log(`${`${name}, ${person.place}`.padEnd(26)}${columns.map((value) => value.padStart(11)).join('')}${all.request / shared.request < AIM ? '  below' : ''}`);
}

async function count(measured, read, person, side) {
  const before = measured.taken();
  side.runs += await ask(measured, read, person, side, milliseconds);
  const after = measured.taken();
  for (const part of Object.keys(after)) side[part] += after[part] - before[part];
}

/** As many requests as fit into the time; how many they were. A wrong answer ends the run: a fast error is not a result. */
async function ask({ product, office }, { query, variables }, { members }, { keys }, until) {
  const end = performance.now() + until;
  let runs = 0;
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    do {
      runs += 1;
      const turn = runs;
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${keys[turn % keys.length]}` };
      const response = await fetch(`${product.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables: variables?.(members[turn % members.length], office, turn) }) });
      const text = await response.text();
      if (!response.ok || text.includes('"errors"') || text.includes('"deal":null')) throw new Error(`${response.status}: ${text.slice(0, 400)}`);
    } while (performance.now() < end);
  }));
  return runs;
}
