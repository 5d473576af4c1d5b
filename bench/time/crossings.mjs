import { setTimeout as wait } from 'node:timers/promises';
import { fillTable } from '../fill-table.mjs';
import { report, reportAims, timed, timedStatement } from './clock.mjs';

const by = 'owner_id, created_by, updated_by, version, created_at, updated_at';
/** The first meets cold caches. */
const BARE_ROUNDS = 2;
const BARE = 'bare';
const WHOLE = 'bare with history and events';
const LEFT = 'bare with runs and due times, too';
/** Seconds before each round over which it is measured what the product takes while nothing is due. */
const STANDING_BY = 5;
const number = (value) => value.toLocaleString('en');

export async function measureFirstRun(place, sizes) {
  await seed(place, sizes);
  const bare = await measureBare(place, { name: 'first', where: '' });
  const product = await timed(place, async () => {
    await place.ask('mutation { activateWorkflow(name: "winback-call", includePast: true) { dueCount } }');
    await untilDone(place, bare.count);
  });
  const { rows: [made] } = await place.database.query(`select count(*)::int as tasks, count(distinct customer_id)::int as customers from ${place.schema}.task`);
  if (made.tasks !== bare.count || made.customers !== bare.count) throw new Error(`${made.tasks} tasks of ${made.customers} customers instead of ${bare.count}.`);
  report(`first run of "no order in 30 days": ${number(sizes.customers)} customers, ${number(sizes.customers * sizes.ordersEach)} orders, ${number(bare.count)} tasks`, { product, ...bare.sides }, bare.count);
  reportAims({ product, bare: bare.sides[BARE], whole: bare.sides[WHOLE] }, { without: 2, included: 4 });
}

/** Time cannot be made to pass: of some customers the line is put back to before it was crossed, and their tasks are taken away. */
export async function measureCrossing(place, { cross }) {
  const { database, schema } = place;
  const { rows } = await database.query(`select record_id from ${schema}._due where state = 'fired' order by md5(record_id::text) limit $1`, [cross]);
  const ids = rows.map(({ record_id: id }) => id);
  const bare = await measureBare(place, { name: 'cross', where: 'and c.id = any($2)', ids });
  const products = [];
  for (let round = 0; round < 3; round += 1) {
    await database.query(`delete from ${schema}.task where customer_id = any($1)`, [ids]);
    await database.query(`with gone as (delete from ${schema}._run where record_id = any($1) returning id) delete from ${schema}._run_step where run_id in (select id from gone)`, [ids]);
    await database.query('vacuum analyze');
    // Nothing is left now for PostgreSQL to tidy up by itself, neither in this time nor in the round.
    const standing = await timed(place, () => wait(STANDING_BY * 1000));
    const product = await timed(place, async () => {
      await database.query(`update ${schema}._due set state = 'waiting' where record_id = any($1)`, [ids]);
      await untilDone(place, ids.length, ids);
    });
    const { rows: [span] } = await database.query(`select extract(epoch from max(finished_at) - min(started_at))::float8 as seconds from ${schema}._run where record_id = any($1)`, [ids]);
    // Between the write and the sweep it waits as it does at any time.
    const processor = product.processor - (standing.processor / standing.seconds) * product.seconds;
    const own = product.own - (standing.own / standing.seconds) * product.seconds;
    products.push({ processor, own, seconds: span.seconds, standing: standing.processor / standing.seconds });
  }
  const [best] = products.sort((one, other) => one.seconds - other.seconds);
  console.log(`\nstanding by takes ${(best.standing * 1000).toFixed(0)} ms of processor a second, which is not counted in the tick`);
  report(`a tick in which ${number(ids.length)} cross, from the sweep to the last task`, { product: best, ...bare.sides }, ids.length);
  reportAims({ product: best, bare: bare.sides[BARE], whole: bare.sides[WHOLE] }, { without: 3, included: 3 });
}

/** Records that came one after the other, with ids as the product makes them. */
async function seed({ database, schema, user }, { customers, ordersEach }) {
  console.log(`Writing ${number(customers)} customers and ${number(customers * ordersEach)} orders …`);
  await fillTable(database, `${schema}.customer`, () => database.query(`insert into ${schema}.customer (id, name, customer_number, status, ${by})
    select uuidv7(), 'Customer ' || n, lpad(n::text, 7, '0'), 'active', $1, $1, $1, 1, now() - interval '3 years' + n * interval '1 second', now() from generate_series(1, ${customers}::int) n`, [user]));
  await fillTable(database, `${schema}.order`, () => database.query(`insert into ${schema}.order (id, order_number, customer_id, ordered_on, ${by})
    select uuidv7(), 'ORD-' || row_number() over (), c.id, date '2020-01-01' + (n * 31 + ('x' || substr(md5(c.id::text), 1, 4))::bit(16)::int % 30), $1, $1, $1, 1, c.created_at, c.created_at
    from generate_series(1, ${ordersEach}::int) n, ${schema}.customer c`, [user]));
  await database.query('vacuum analyze');
}

/**
 * The same tasks into tables that are made as the real ones are: alone, with what a change writes beside it, and with what has to be kept
 * for a run and its record as well; of each the round that cost least.
 */
async function measureBare({ database, schema, user, postmaster }, { name, where, ids }) {
  const values = ids ? [user, ids] : [user];
  const names = ['task', '_history', '_event', '_run', '_run_step', '_due'];
  const copies = names.map((table) => `${schema}.bare_${name}_${table}`);
  const [task, history, event, run, step, dueTime] = copies;
  for (const [index, copy] of copies.entries()) await database.query(`create table ${copy} (like ${schema}.${names[index]} including all)`);
  // References are checked on both sides; LIKE leaves them out.
  const { rows: references } = await database.query(`select pg_get_constraintdef(oid) as text from pg_constraint where contype = 'f' and conrelid = $1::regclass`, [`${schema}.task`]);
  for (const { text } of references) await database.query(`alter table ${task} add ${text}`);
  const due = `select c.id, c.name, c.owner_id from ${schema}.customer c
    join (select customer_id, max(ordered_on) as latest from ${schema}.order where deleted_at is null ${ids ? 'and customer_id = any($2)' : ''} group by customer_id) o on o.customer_id = c.id
    where c.deleted_at is null and c.status = 'active' and o.latest + 30 < current_date ${where}`;
  const insert = `insert into ${task} (id, subject, type, status, priority, customer_id, due_on, ${by})
    select uuidv7(), 'Call ' || name || ': no order for 30 days', 'call', 'open', 'normal', id, current_date + 2, owner_id, $1::uuid, $1::uuid, 1, now(), now() from (${due}) as due`;
  const fields = `'type', type, 'dueOn', due_on, 'owner', owner_id, 'status', status, 'subject', subject, 'customer', customer_id`;
  const told = `told as (
      insert into ${history} (operation_id, object, record_id, kind, changes, actor_id, at, source)
      select made.created_by, 'bare', made.id, 'created', jsonb_build_object('subject', jsonb_build_array(null, subject), 'type', jsonb_build_array(null, type), 'status', jsonb_build_array(null, status), 'priority', jsonb_build_array(null, priority), 'customer', jsonb_build_array(null, customer_id), 'owner', jsonb_build_array(null, owner_id), 'dueOn', jsonb_build_array(null, due_on)), created_by, now(), 'workflow' from made returning id
    ), events as (insert into ${event} (history_id) select id from told)`;
  const left = `ran as (
      insert into ${run} (id, workflow_id, revision, object, record_id, occasion, status, step, trigger, facts, started_at, finished_at)
      select uuidv7(), 'winback-call', 1, 'customer', customer_id, current_date::text, 'done', 1, jsonb_build_object('kind', 'elapsed', 'anchor', current_date, 'due', current_date), '{"status": "active"}', now(), now() from made returning id, record_id
    ), stepped as (
      insert into ${step} (run_id, position, step_id, status, input, output, attempts, started_at, finished_at)
      select ran.id, 0, 'call', 'done', jsonb_build_object('object', 'Task', 'values', jsonb_build_object(${fields})), jsonb_build_object('created', jsonb_build_object('object', 'Task', 'id', made.id)), 1, now(), now() from ran join made on made.customer_id = ran.record_id
    ), kept as (
      insert into ${dueTime} (workflow_id, record_id, anchor, due_at, state, facts) select 'winback-call', customer_id, now(), now(), 'fired', '{"status": "active"}' from made
    )`;
  const texts = {
    [BARE]: `with made as (${insert} returning 1) select count(*)::int as count from made`,
    [WHOLE]: `with made as (${insert} returning *), ${told} select count(*)::int as count from made`,
    [LEFT]: `with made as (${insert} returning *), ${told}, ${left} select count(*)::int as count from made`,
  };
  const rounds = Object.fromEntries(Object.keys(texts).map((side) => [side, []]));
  for (let round = 0; round < BARE_ROUNDS; round += 1) {
    for (const [side, text] of Object.entries(texts)) {
      rounds[side].push(await timedStatement(postmaster, database, text, values));
      await database.query(`truncate ${copies.join(', ')}`);
    }
  }
  for (const copy of copies) await database.query(`drop table ${copy}`);
  const sides = Object.fromEntries(Object.entries(rounds).map(([side, each]) => [side, each.toSorted((one, other) => one.processor - other.processor)[0]]));
  return { count: sides[BARE].rows[0].count, sides };
}

/** Asks little and seldom: its own questions are on the same processors. */
async function untilDone({ database, schema }, count, ids) {
  const which = ids ? 'and record_id = any($1)' : '';
  for (const end = Date.now() + 3_600_000; Date.now() < end; await wait(500)) {
    const { rows: [{ open }] } = await database.query(`select exists (select from ${schema}._due where workflow_id in (select workflow_id from ${schema}._activation) and state = 'waiting' and due_at <= now())
      or exists (select from ${schema}._run where next_attempt_at is not null) as open`);
    if (open) continue;
    const { rows: [{ done }] } = await database.query(`select count(*)::int as done from ${schema}._run where status = 'done' ${which}`, ids ? [ids] : []);
    if (done >= count) return;
  }
  throw new Error('The runs were not done within an hour.');
}
