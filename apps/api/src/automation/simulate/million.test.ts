import { readFileSync } from 'node:fs';
import { cpuUsage } from 'node:process';
import { sql } from 'kysely';
import { Simulations } from '../simulations.js';
import { shopObjects } from '../testing/shop-documents.js';
import { TestOffice } from '../testing/test-office.js';

/** SIMULATE_ROWS=1000000 measures: the time of processors that a simulation takes, of this process and of PostgreSQL. */
const ROWS = Number(process.env['SIMULATE_ROWS'] ?? 20_000);
const PER_RECORD = 10;
const SYSTEM = '00000000-0000-0000-0000-000000000000';

let office: TestOffice;
afterAll(() => office.end());

it(`replays ${ROWS.toLocaleString('en')} rows of history, with a condition as it was at each`, async () => {
  office = await TestOffice.open(shopObjects);
  office.now = '2026-01-01T00:00:00Z';
  const { schema } = office.org;
  const records = ROWS / PER_RECORD;
  await office.run(sql`insert into ${sql.id(schema, 'customer')} (id, owner_id, created_at, created_by, updated_at, updated_by, version, name, status, calls)
    select md5(number::text)::uuid, ${SYSTEM}::uuid, '2020-01-01', ${SYSTEM}::uuid, now(), ${SYSTEM}::uuid, 1, 'Customer ' || number, 'active', ${PER_RECORD}::int from generate_series(1, ${records}::int) as number`);
  // Each record's calls go up one by one; every other change also turns its status.
  for (let step = 1; step <= PER_RECORD; step += 1) {
    await office.run(sql`insert into ${sql.id(schema, '_history')} (object, record_id, kind, changes, source, at)
      select 'o-customer', md5(number::text)::uuid, 'updated',
        jsonb_build_object('calls', jsonb_build_array(${step - 1}::int, ${step}::int), 'status', ${step % 2 === 0 ? '["left", "active"]' : '["active", "left"]'}::jsonb),
        'api', '2020-01-01'::timestamptz + make_interval(0, 0, 0, ${step * 100}::int, 0, number % 1440)
      from generate_series(1, ${records}::int) as number`);
  }
  await office.run(sql`analyze ${sql.id(schema, '_history')}`);
  await office.run(sql`analyze ${sql.id(schema, 'customer')}`);
  const simulations = new Simulations(office.database, office.models as never, { now: () => new Date(office.now) });
  const rule = {
    kind: 'workflow', name: 'rule', title: 'Rule', object: 'Customer', trigger: { updated: { fields: ['calls'] } }, when: "AND(ISPICKVAL(status, 'active'), calls > 4)",
    steps: [
      { id: 'which', action: 'branch', input: { cases: [{ name: 'many', when: 'calls > 8' }] }, paths: { many: [{ id: 'pause', action: 'wait', input: { for: 'P3D' } }] } },
      { id: 'tell', action: 'notify', input: { to: 'owner', text: "name & ' ' & TEXT(calls)" } },
    ],
  };
  const asker = { org: office.org, locale: 'en' };
  const { total } = await measured('days, months and owners', () => simulations.simulate(asker, rule, {}));
  expect(total).toBe(records * 3);
  const { walked, ways } = await measured('steps, ways and who is told', () => simulations.steps(asker, rule, {}));
  expect(walked).toBe(Math.min(5_000, records * 3));
  expect(ways.reduce((sum, { count }) => sum + count, 0)).toBe(walked);
}, 900_000);

async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
  const before = await seconds();
  const result = await work();
  if (process.env['SIMULATE_ROWS']) console.log(`${what}: ${((await seconds()) - before).toFixed(1)} s of processors`);
  return result;
}

/** Of this process, the server's backends, and those that it has ended. */
async function seconds(): Promise<number> {
  const { user, system } = cpuUsage();
  const backends = await office.run<{ pid: number }>(sql`select pid from pg_stat_activity where datname = current_database()`);
  const stats = backends.map(({ pid }) => readStat(pid));
  const server = stats[0] ? readStat(stats[0].parent).ended : 0;
  return (user + system) / 1e6 + (stats.reduce((sum, { own }) => sum + own, 0) + server) / 100;
}

function readStat(pid: number): { readonly parent: number; readonly own: number; readonly ended: number } {
  try {
    const cells = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? [];
    return { parent: cells[1] ?? 0, own: (cells[11] ?? 0) + (cells[12] ?? 0), ended: (cells[13] ?? 0) + (cells[14] ?? 0) };
  } catch {
    return { parent: 0, own: 0, ended: 0 };
  }
}
