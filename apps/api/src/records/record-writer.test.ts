import { sql } from 'kysely';
import { OrgClock } from '../config/clock.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { org, startShopApi, type Person, type ShopApi } from '../graphql/testing/shop-api.js';
import { RecordWriter } from './record-writer.js';

let api: ShopApi;
let writer: RecordWriter;
let announced = 0;
const table = (name: string) => sql.id(org.schema, name);

beforeAll(async () => {
  api = await startShopApi();
  const published = async () => ({ revision: 1, model: api.model() });
  writer = new RecordWriter({ current: published, refresh: published }, new OrgClock());
  writer.onWritten(() => (announced += 1));
});
afterAll(() => api.close());
beforeEach(async () => {
  announced = 0;
  await api.run(sql`truncate ${table('customer')}, ${table('order')}, ${table('_history')}, ${table('_event')}`);
});

const transact = <T>(work: (tx: OrgTransaction) => Promise<T>) => api.database.transaction(org, work);
const create = (rows: Record<string, unknown>[], person: Person = 'ada', object = 'Customer') => transact((tx) => writer.create(tx, api.actor(person), object, rows));

async function createdIds(rows: Record<string, unknown>[], object = 'Customer'): Promise<string[]> {
  const result = await create(rows, 'ada', object);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.ids;
}

it('writes many rows with uneven values in one statement', async () => {
  const rows = Array.from({ length: 1000 }, (_, n) => ({ name: `N${n}`, ...(n % 2 === 0 && { rating: n % 10 }), ...(n % 3 === 0 && { status: 'paused' }) }));
  const ids = await createdIds(rows);
  const [counted] = await api.run<{ records: number; paused: number; history: number; events: number }>(sql`select
    (select count(*)::int from ${table('customer')}) as records, (select count(*)::int from ${table('customer')} where status = 'paused') as paused,
    (select count(*)::int from ${table('_history')}) as history, (select count(*)::int from ${table('_event')}) as events`);
  expect(counted).toEqual({ records: 1000, paused: 334, history: 1000, events: 1000 });
  expect(new Set(ids).size).toBe(1000);
  expect(announced).toBe(1);
});

it('stamps what it writes with the clock of the org and the operation', async () => {
  const operationId = '00000000-0000-7000-8000-0000000000aa';
  await transact((tx) => writer.create(tx, api.actor('bob'), 'Customer', [{ name: 'X' }], { operationId }));
  const [row] = await api.run(sql`select to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as created, h.operation_id, h.source, h.changes, h.object
    from ${table('customer')} c join ${table('_history')} h on h.record_id = c.id`);
  const object = api.model().objectByName.get('Customer')?.id;
  expect(row).toEqual({ created: '2026-03-01 08:00', operation_id: operationId, source: 'api', object, changes: { name: [null, 'X'], status: [null, 'active'] } });
});

it('takes references under both of their names', async () => {
  const [id] = await createdIds([{ name: 'Ann' }]);
  await createdIds([{ customer: id }, { customerId: id }], 'Order');
  expect(await api.run(sql`select count(*)::int as count from ${table('order')} where customer_id = ${id}::uuid`)).toEqual([{ count: 2 }]);
});

it('tells the problems of all rows and writes none; the transaction can go on', async () => {
  await createdIds([{ name: 'Ann', code: 'A' }]);
  const result = await transact(async (tx) => {
    const refused = await writer.create(tx, api.actor('ada'), 'Customer', [{ name: 'B', code: 'A' }, { name: 'C', code: 'C' }, { name: 'D', code: 'A' }]);
    await writer.create(tx, api.actor('ada'), 'Customer', [{ name: 'E' }]);
    return refused;
  });
  expect(result).toMatchObject({ problems: [{ path: '/0/code', code: 'not-unique' }, { path: '/2/code', code: 'not-unique' }] });
  const taken = await create([{ name: 'C', code: 'C' }, { name: 'B', code: 'A' }]);
  expect(taken).toEqual({ problems: [{ path: '/1/code', code: 'not-unique', message: 'Another Customer already has the Code "A".' }] });
  expect(await api.run(sql`select name from ${table('customer')} order by name`)).toEqual([{ name: 'Ann' }, { name: 'E' }]);
});

it('tells a value that another transaction has just taken', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 4 }, () =>
      transact(async (tx) => {
        const result = await writer.create(tx, api.actor('ada'), 'Customer', [{ name: 'Twin', code: 'T' }]);
        if ('problems' in result) throw new Error(result.problems[0]?.code);
      }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect((outcome.reason as Error).message).toBe('not-unique');
});

it('refuses fields and objects that this person may not write, and names that do not exist', async () => {
  expect(await create([{ name: 'X', rating: 1 }], 'bob')).toMatchObject({ problems: [{ path: '/0/rating', code: 'read-only' }] });
  expect(await create([{ amount: '1' }], 'bob', 'Order')).toMatchObject({ problems: [{ path: '', code: 'forbidden' }] });
  expect(await create([{ nmae: 'X', name: 'X' }])).toMatchObject({ problems: [{ path: '/0/nmae', code: 'unknown-field', hint: expect.stringContaining('name') as unknown }] });
});

it('takes blank text as blank and asks for what is required', async () => {
  const [id = ''] = await createdIds([{ name: 'X', email: '  ' }]);
  expect(await create([{ name: '   ' }])).toMatchObject({ problems: [{ path: '/0/name', code: 'required' }] });
  expect(await transact((tx) => writer.update(tx, api.actor('ada'), 'Customer', [{ id, values: { name: null } }]))).toMatchObject({ problems: [{ path: '/0/name', code: 'required' }] });
});

it('does not announce what changed nothing', async () => {
  const [id = ''] = await createdIds([{ name: 'X', score: '1.5' }]);
  announced = 0;
  await transact((tx) => writer.update(tx, api.actor('ada'), 'Customer', [{ id, values: { name: 'X', score: '1.50' } }]));
  expect(announced).toBe(0);
});

it('deletes and restores', async () => {
  const ids = await createdIds([{ name: 'X' }, { name: 'Y' }]);
  await transact((tx) => writer.delete(tx, api.actor('ada'), 'Customer', ids));
  await transact((tx) => writer.restore(tx, api.actor('ada'), 'Customer', ids.slice(0, 1)));
  expect(await api.run(sql`select name from ${table('customer')} where deleted_at is null`)).toEqual([{ name: 'X' }]);
});

it('says of an object that is hidden the same as of one that does not exist', async () => {
  expect(await create([{}], 'bob', 'Invoice')).toEqual({ problems: [{ path: '', code: 'not-found', message: 'There is no object "Invoice".' }] });
});

it('makes its statement again where another revision has been published meanwhile', async () => {
  await api.run(sql`update ${table('_revision')} set number = 2`);
  let asked = 0;
  const late = new RecordWriter({ current: async () => ({ revision: 1, model: api.model() }), refresh: async () => ({ revision: (asked += 1), model: api.model() }) }, new OrgClock());
  const result = await transact((tx) => late.create(tx, api.actor('ada'), 'Customer', [{ name: 'Late' }]));
  expect(result).toEqual({ ids: [expect.any(String)] });
  expect(asked).toBe(2);
  const never = new RecordWriter({ current: async () => ({ revision: 1, model: api.model() }), refresh: async () => ({ revision: 1, model: api.model() }) }, new OrgClock());
  await expect(transact((tx) => never.create(tx, api.actor('ada'), 'Customer', [{ name: 'Never' }]))).rejects.toThrow('no longer the published one');
  await api.run(sql`update ${table('_revision')} set number = 0`);
});

it('speaks the language of the person who writes', async () => {
  await createdIds([{ name: 'Ann', code: 'A' }]);
  const told = async (locale: string, row: Record<string, unknown>) => {
    const result = await transact((tx) => writer.create(tx, { ...api.actor('ada'), locale }, 'Customer', [row]));
    return 'problems' in result ? result.problems[0]?.message : undefined;
  };
  expect(await told('zh-TW', { name: 'B', code: 'A' })).toBe('已有其他Customer的Code是「A」。');
  expect(await told('zh-CN', {})).toBe('Name为必填。');
  expect(await told('zh-TW', { name: 'B', email: 'nobody' })).toBe('Email：應為電子郵件地址，例如 ada@example.com，但內容是「nobody」。');
  expect(await told('de', { name: 'B', rating: 'x' })).toMatch(/^Rating: Expected a whole number|^Rating: Expected a number/);
});
