import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { askRecords } from '../ask.mjs';

const LONGEST_PAUSE_MS = 120;
/** Not counted: connections are made by then, and what is asked often is planned. */
const WARM_UP = 20;
const LIMIT_MS = 120_000;

/** Saves at uneven intervals; of each, how long after its answer the other record is seen (looked for every two milliseconds). */
export async function measureLatency(place) {
  const measured = {};
  for (const name of ['bare', 'product']) {
    const side = await place.openSide[name]();
    try {
      measured[name] = await measureSide(place, name === 'bare' ? (ticket) => saveBare(place, side, ticket) : () => saveProduct(place), name);
    } finally {
      await side.stop();
    }
  }
  return measured;
}

async function measureSide({ env, schema, saves }, save, name) {
  const watcher = new pg.Client({ connectionString: env.DATABASE_URL });
  await watcher.connect();
  const look = { name: 'look', text: `select ticket_id as id from ${pg.escapeIdentifier(schema)}.todo where ticket_id = any($1::uuid[])` };
  const measure = async (count) => {
    const answered = new Map();
    const took = [];
    const watching = (async () => {
      for (const end = performance.now() + LIMIT_MS; took.length < count; await wait(2)) {
        if (performance.now() > end) throw new Error(`${name}: ${count - took.length} saves had no effect.`);
        if (answered.size === 0) continue;
        const { rows } = await watcher.query({ ...look, values: [[...answered.keys()]] });
        for (const { id } of rows) {
          took.push(performance.now() - answered.get(id));
          answered.delete(id);
        }
      }
    })();
    watching.catch(() => undefined);
    for (let saved = 0; saved < count; saved += 1) {
      answered.set(await save(randomUUID()), performance.now());
      await wait(Math.random() * LONGEST_PAUSE_MS);
    }
    await watching;
    return took.sort((a, b) => a - b);
  };
  await measure(WARM_UP);
  const took = await measure(saves);
  await watcher.end();
  return { p50: took[Math.floor(took.length / 2)], p99: took[Math.min(took.length - 1, Math.floor(took.length * 0.99))] };
}

async function saveProduct({ api }) {
  const { createTicket } = await askRecords(api, 'mutation { createTicket(data: { name: "A ticket", city: "Tainan" }) { id } }');
  return createTicket.id;
}

async function saveBare({ database, schema, user }, side, ticket) {
  const org = pg.escapeIdentifier(schema);
  await database.query({
    name: 'save', text: `insert into ${org}.ticket (id, owner_id, created_at, created_by, updated_at, updated_by, version, name, city) values ($1, $2, now(), $2, now(), $2, 1, 'A ticket', 'Tainan')`, values: [ticket, user],
  });
  await side.add([ticket]);
  return ticket;
}
