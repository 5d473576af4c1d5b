import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { publishDocuments } from '../ask.mjs';
import { familyOf, readProcessorTime } from '../throughput/processor-time.mjs';

const number = (value) => value.toLocaleString('en');
/** Seconds in which the moments of a tick are written, before the first of them comes. */
const AHEAD = 5;
const system = 'owner_id, created_by, updated_by, version, created_at, updated_at';

/**
 * Every record has a moment that one of the rules waits for: as many due times as records. In each tick some of them come
 * due, spread over its seconds; the rest lies years ahead.
 */
export async function measureTicks(place, { records, rules, ticks, tickSeconds, cross }) {
  const { database, schema, user } = place;
  console.log(`\nWriting ${number(records)} records and their due times under ${rules} rules …`);
  await publishDocuments(place.product, documents(rules));
  for (let rule = 0; rule < rules; rule += 1) {
    await database.query(`insert into ${schema}.deadline (id, name, slot, due${rule}, ${system})
      select gen_random_uuid(), 'Deadline ' || n, ${rule}, now() + interval '5 years' + n * interval '1 minute', $1, $1, $1, 1, now(), now() from generate_series(1, ${Math.ceil(records / rules)}) n`, [user]);
    await place.ask(`mutation { activateWorkflow(name: "due-${rule}", includePast: false) { dueCount } }`);
  }
  await database.query('vacuum analyze');
  await database.query(`create index bench_deadline_slot on ${schema}.deadline (slot) where round is null`);
  console.log(`${number(cross)} come due in each tick of ${tickSeconds} s`);
  console.log('  tick       runs   latest after its time   processor: product   PostgreSQL   memory of the product');
  for (let tick = 1; tick <= ticks; tick += 1) await oneTick(place, { tick, tickSeconds, each: Math.ceil(cross / rules), rules });
}

async function oneTick({ database, schema, product, postmaster }, { tick, tickSeconds, each, rules }) {
  const began = Date.now();
  for (let rule = 0; rule < rules; rule += 1) {
    await database.query(`with chosen as (select id, now() + interval '1 hour' + make_interval(secs => ${AHEAD} + random() * $1) as at from ${schema}.deadline where slot = ${rule} and round is null limit ${each}),
        moved as (update ${schema}._due as due set anchor = chosen.at, due_at = chosen.at - interval '1 hour' from chosen where due.workflow_id = $2 and due.record_id = chosen.id)
      update ${schema}.deadline as deadline set due${rule} = chosen.at, round = ${tick} from chosen where deadline.id = chosen.id`, [tickSeconds / 2, `w-due-${rule}`]);
  }
  const written = (Date.now() - began) / 1000;
  if (written > AHEAD) console.log(`  ${String(tick).padStart(4)} writing its moments took ${written.toFixed(1)} s: some came late for that`);
  const spent = () => [readProcessorTime([product.process.pid]), readProcessorTime(familyOf(postmaster))];
  const before = spent();
  await wait(Math.max(tickSeconds * 1000 - (Date.now() - began), 0));
  const [own, server] = spent().map((after, index) => (after - before[index]) / 1000);
  const { rows: [{ runs, late }] } = await database.query(`select count(*)::int as runs, coalesce(max(extract(epoch from run.finished_at - (run.trigger ->> 'due')::timestamptz)), 0)::float8 as late
    from ${schema}._run as run join ${schema}.deadline as deadline on deadline.id = run.record_id where deadline.round = ${tick} and run.status = 'done'`);
  console.log(`  ${String(tick).padStart(4)} ${number(runs).padStart(10)} ${late.toFixed(1).padStart(20)} s ${own.toFixed(2).padStart(18)} s ${server.toFixed(2).padStart(10)} s ${(readMemory(product.process.pid) / 1024).toFixed(0).padStart(18)} MB`);
}

function documents(rules) {
  const moments = Object.fromEntries(Array.from({ length: rules }, (_, rule) => [`due${rule}`, { title: `Due ${rule}`, type: 'string', format: 'date-time', guanxi: { id: `deadline-due${rule}`, type: 'dateTime' } }]));
  const deadline = {
    kind: 'object', name: 'Deadline', title: 'Deadline', type: 'object', guanxi: { id: 'deadline' },
    properties: {
      name: { title: 'Name', type: 'string', guanxi: { id: 'deadline-name', type: 'text' } }, slot: { title: 'Slot', type: 'integer', guanxi: { id: 'deadline-slot', type: 'integer' } },
      round: { title: 'Round', type: 'integer', guanxi: { id: 'deadline-round', type: 'integer' } }, ...moments,
    },
  };
  const workflows = Array.from({ length: rules }, (_, rule) => ({
    kind: 'workflow', name: `due-${rule}`, title: `Due ${rule}`, object: 'Deadline', trigger: { before: { field: `due${rule}`, by: 'PT1H' } }, guanxi: { id: `w-due-${rule}` },
    steps: [{ id: 'task', action: 'createRecord', input: { object: 'Task', values: { subject: "'Due: ' & name", type: "'todo'", status: "'open'" } } }],
  }));
  return [deadline, ...workflows];
}

/** Resident memory in kilobytes (Linux). */
function readMemory(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}
