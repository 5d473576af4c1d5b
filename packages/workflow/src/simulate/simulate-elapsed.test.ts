import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import type { WorkflowDocument } from '@guanxi/metadata';
import { sql } from 'kysely';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDueRule } from '../due/due-rule.js';
import { countPastTheLine } from '../due/sweep-due.js';
import type { OrgPlace } from '../expressions/record-place.js';
import { compileText } from '../testing/compile-text.js';
import { shopModel, winbackCall } from '../testing/shop.js';
import { simulateElapsed } from './simulate-elapsed.js';

const cdnow = fileURLToPath(new URL('../../../../../shared/data/cdnow/transactions.csv', import.meta.url));
const model = shopModel(winbackCall);

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('simulate');
  await database.pool.query(`
    create schema org_a;
    create table org_a._history (id bigint generated always as identity primary key, object text, record_id uuid, kind text, changes jsonb, at timestamptz);
    create table org_a.customer (id uuid primary key, name text, status text, owner_id uuid, deleted_at timestamptz);
    create table org_a."order" (id uuid primary key default gen_random_uuid(), customer_id uuid, ordered_on date, deleted_at timestamptz);
    create index on org_a."order" (customer_id, ordered_on desc)`);
});
afterEach(() => database.pool.query('truncate org_a.customer, org_a."order"'));
afterAll(() => database.drop());

const place = (now: string, timeZone = 'UTC'): OrgPlace => ({ schema: 'org_a', named: model, stored: model, timeZone, org: { name: 'Shop', currency: 'USD', timeZone }, now: sql`${now}::timestamptz` });

async function simulate(now: string, options: { timeZone?: string; workflow?: WorkflowDocument } = {}) {
  const { firings } = simulateElapsed(readDueRule(options.workflow ?? winbackCall, place(now, options.timeZone)));
  const { text, values } = compileText(sql`select anchor, due, due_day from (${firings}) as f order by due, anchor`);
  return (await database.pool.query<{ anchor: string; due: string; due_day: string }>(text, values)).rows;
}

async function customerWithOrders(...days: string[]) {
  await database.pool.query(`
    with made as (insert into org_a.customer values (gen_random_uuid(), 'Ada', 'active') returning id)
    insert into org_a."order" (customer_id, ordered_on) select id, day from made, unnest($1::date[]) as day`, [days]);
}

describe('simulating 30 days since the latest order', () => {
  it('fires on the day that no order came up to and including', async () => {
    await customerWithOrders('1997-01-01', '1997-01-31');
    expect(await simulate('1998-01-01T00:00Z')).toEqual([{ anchor: '1997-01-31', due: '1997-03-02', due_day: '1997-03-02' }]);
    await customerWithOrders('1997-01-01', '1997-02-01');
    expect((await simulate('1998-01-01T00:00Z')).map(({ due }) => due)).toEqual(['1997-01-31', '1997-03-02', '1997-03-03']);
  });

  it('counts several orders on a day as one', async () => {
    await customerWithOrders('1997-01-01', '1997-01-01');
    expect(await simulate('1998-01-01T00:00Z')).toHaveLength(1);
  });

  it('crosses the line when the day has ended where the org is', async () => {
    await customerWithOrders('1997-01-01');
    expect(await simulate('1997-01-31T15:59:59Z', { timeZone: 'Asia/Taipei' })).toHaveLength(0);
    expect(await simulate('1997-01-31T16:00:00Z', { timeZone: 'Asia/Taipei' })).toHaveLength(1);
  });

  it('counts months on the calendar', async () => {
    const workflow = { ...winbackCall, trigger: { elapsed: { since: { max: { relation: 'orders', field: 'orderedOn' } }, after: 'P1M' } } };
    await customerWithOrders('1997-01-30', '1997-01-31');
    expect((await simulate('1998-01-01T00:00Z', { workflow })).map(({ anchor, due }) => [anchor, due])).toEqual([['1997-01-31', '1997-02-28']]);
  });

  it('asks the condition of the customers as they are', async () => {
    await customerWithOrders('1997-01-01');
    expect(await simulate('1998-01-01T00:00Z', { workflow: { ...winbackCall, when: "ISPICKVAL(status, 'active')" } })).toHaveLength(1);
    expect(await simulate('1998-01-01T00:00Z', { workflow: { ...winbackCall, when: "ISPICKVAL(status, 'left')" } })).toHaveLength(0);
  });
});

(existsSync(cdnow) ? describe : describe.skip)('simulating over CDNOW (needs ../shared/data/cdnow)', () => {
  const load = async () => {
    const lines = readFileSync(cdnow, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
    await database.pool.query(`
      with bought as (select customer, day from unnest($1::text[], $2::date[]) as bought(customer, day)),
      made as (insert into org_a.customer (id, name, status) select md5(customer)::uuid, customer, 'active' from bought group by customer)
      insert into org_a."order" (customer_id, ordered_on) select md5(customer)::uuid, day from bought`,
      [lines.map(([customer]) => customer), lines.map(([, day]) => day)]);
  };

  it('finds the 45,448 crossings month by month, and who is past the line', async () => {
    await load();
    const rows = await simulate('2026-01-01T00:00Z');
    const months = new Map<string, number>();
    for (const { due_day: day } of rows) if (day < '1998-07-01') months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1);
    expect(Object.fromEntries([...months].sort())).toEqual({
      '1997-01': 161, '1997-02': 6318, '1997-03': 9251, '1997-04': 8127, '1997-05': 2346, '1997-06': 1717, '1997-07': 1971, '1997-08': 1778,
      '1997-09': 1388, '1997-10': 1461, '1997-11': 1354, '1997-12': 1649, '1998-01': 1535, '1998-02': 1128, '1998-03': 1254, '1998-04': 1695,
      '1998-05': 1210, '1998-06': 1105,
    });
    expect([...months.values()].reduce((sum, count) => sum + count, 0)).toBe(45_448);

    const { text, values } = compileText(countPastTheLine(readDueRule(winbackCall, place('1998-07-01T00:00Z'))));
    expect((await database.pool.query(text, values)).rows).toEqual([{ count: 22_064 }]);
  });
});
