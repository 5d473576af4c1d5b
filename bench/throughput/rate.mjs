import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { askRecords } from '../ask.mjs';
import { TICKET } from './documents.mjs';
import { familyOf, readProcessorTime } from './processor-time.mjs';

const WARM_UP = 500;
const LIMIT_MS = 600_000;

/** The sides take turns; each starts with empty tables and a worker that has done some by then. */
export async function measureRate(place) {
  const { rounds, runs } = place;
  const sides = { bare: [], product: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['bare', 'product']) {
      const played = await playRound(place, name, runs);
      console.log(`round ${round + 1}, ${name}: ${played.perSecond.toFixed(0)} runs/s, ${played.processorMs.toFixed(2)} ms of processor a run`);
      sides[name].push(played);
    }
  }
  const ratios = (of) => median(sides.product.map((one, index) => of(one, sides.bare[index])));
  return {
    bare: middle(sides.bare), product: middle(sides.product),
    ratio: ratios((product, bare) => product.perSecond / bare.perSecond),
    work: ratios((product, bare) => bare.processorMs / product.processorMs),
  };
}

async function playRound(place, name, count) {
  const { database, schema, openSide } = place;
  const org = pg.escapeIdentifier(schema);
  await database.query(`truncate ${org}.todo, ${org}.ticket, ${org}._history, ${org}._event, ${org}._run, ${org}._run_step cascade`);
  const side = await openSide[name]();
  try {
    await play(place, { side, name, count: WARM_UP, until: WARM_UP });
    return await play(place, { side, name, count, until: WARM_UP + count });
  } finally {
    await side.stop();
  }
}

async function play(place, { side, name, count, until }) {
  const { database, api, postmaster, redisPid } = place;
  const spent = () => readProcessorTime([side.pid, ...familyOf(postmaster), ...(redisPid ? [redisPid] : [])]);
  if (name === 'bare') {
    await side.pause();
    await side.add(await layDown(place, count));
  } else await layDown(place, count - 1, true);
  const [before, begin] = [spent(), performance.now()];
  if (name === 'bare') await side.resume();
  // One more save through the API wakes the worker as any save does, once the others' events are committed.
  else {
    await database.query('commit');
    await askRecords(api, 'mutation { createTicket(data: { name: "The last", city: "Tainan" }) { id } }');
  }
  await untilMade(place, until, name);
  const took = performance.now() - begin;
  return { perSecond: (count / took) * 1_000, processorMs: (spent() - before) / count };
}

/** Tickets with their history and events, by one statement; `open` leaves the commit to the caller. */
async function layDown({ database, schema, user }, count, open = false) {
  const org = pg.escapeIdentifier(schema);
  if (open) await database.query('begin');
  const { rows } = await database.query(
    `with made as (
       insert into ${org}.ticket (id, owner_id, created_at, created_by, updated_at, updated_by, version, name, city)
       select gen_random_uuid(), $1, clock_timestamp(), $1, clock_timestamp(), $1, 1, 'Ticket ' || n, 'City ' || n % 97 from generate_series(1, $2::integer) n
       returning id, name, city, owner_id
     ), told as (
       insert into ${org}._history (object, record_id, kind, changes, actor_id, source, operation_id, at)
       select $3, made.id, 'created', jsonb_build_object('name', jsonb_build_array(null, name), 'city', jsonb_build_array(null, city)), $1, 'api', gen_random_uuid(), clock_timestamp()
       from made returning id
     ), event as (insert into ${org}._event (history_id) select id from told)
     select id from made`,
    [user, count, TICKET],
  );
  return rows.map(({ id }) => id);
}

async function untilMade({ database, schema }, count, name) {
  const org = pg.escapeIdentifier(schema);
  for (const end = performance.now() + LIMIT_MS; performance.now() < end; await wait(25)) {
    const { rows: [{ made, left }] } = await database.query(`select (select count(*)::int from ${org}.todo) as made, exists (select from ${org}._event) as left`);
    // The product has also to look at what its own records set off.
    if (made >= count && (name === 'bare' || !left)) return;
  }
  throw new Error(`${name} did not make ${count} records within ten minutes.`);
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

const middle = (rounds) => ({ perSecond: median(rounds.map(({ perSecond }) => perSecond)), processorMs: median(rounds.map(({ processorMs }) => processorMs)) });
