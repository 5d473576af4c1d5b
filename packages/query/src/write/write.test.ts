import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import type { Access } from '../access/access.js';
import { ADA, adminAccess, BOB, createShop, salesAccess, SCHEMA, shop } from '../golden/shop.js';
import type { Selection } from '../request/read-request.js';
import { bindStatement, type Statement } from '../statement/statement.js';
import { compileCreate } from './compile-create.js';
import { compileDelete, compileRestore } from './compile-delete.js';
import { compileUpdate } from './compile-update.js';
import { oneRow } from './one-row.js';
import type { WriteAnswer, WriteRow } from './write-request.js';

const id = (n: number) => `00000000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;
const OPERATION = id(99);
const value = (field: string) => ({ kind: 'value', key: field, field }) as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('query_write');
  await createShop(database.pool);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.pool.query(`truncate ${SCHEMA}.customer, ${SCHEMA}.order, ${SCHEMA}._history, ${SCHEMA}._event`);
});

async function run(statement: Statement, rows: readonly WriteRow[], me = ADA) {
  const variables = { rows: JSON.stringify(rows), row: rows[0], at: '2026-03-01T08:00:00.000Z', actor: me, source: 'api', operation: OPERATION };
  const values = bindStatement(statement, { variables, me, now: '2026-03-01T08:00:00.000Z', timeZone: 'UTC' });
  const { rows: answers } = await database.pool.query<WriteAnswer>({ text: statement.text, values });
  const [answer] = answers;
  const parse = (text: string | null | undefined): unknown => (text ? JSON.parse(text) : null);
  return { problems: parse(answer?.problems), records: parse(answer?.records), written: answer?.written };
}

const ground = (access: Access = adminAccess) => ({ model: shop, access, schema: SCHEMA });
const flat: Selection = [value('id'), value('name'), value('version')];

async function createCustomers(...names: string[]) {
  const statement = compileCreate({ object: 'Customer', fields: ['name', 'code'], select: flat, answer: 'many' }, ground());
  const rows = names.map((name, index) => ({ _row: index, _id: id(index + 1), _changes: { name: [null, name] as const }, name, code: `C${index}` }));
  return run(statement, rows);
}

async function history() {
  const { rows } = await database.pool.query(
    `select h.kind, h.record_id, h.changes, h.actor_id, h.source, e.history_id is not null as pending
     from ${SCHEMA}._history h left join ${SCHEMA}._event e on e.history_id = h.id order by h.id`,
  );
  return rows as unknown[];
}

describe('creating', () => {
  it('writes records, history and events in one statement and answers the records in the order of the rows', async () => {
    const { records, written, problems } = await createCustomers('Zoe', 'Ann');
    expect(problems).toBeNull();
    expect(written).toBe(2);
    expect(records).toEqual([{ id: id(1), name: 'Zoe', version: 1 }, { id: id(2), name: 'Ann', version: 1 }]);
    expect(await history()).toEqual([
      { kind: 'created', record_id: id(1), changes: { name: [null, 'Zoe'] }, actor_id: ADA, source: 'api', pending: true },
      { kind: 'created', record_id: id(2), changes: { name: [null, 'Ann'] }, actor_id: ADA, source: 'api', pending: true },
    ]);
  });

  it('numbers records by their sequence and notes the number in the history', async () => {
    const statement = compileCreate({ object: 'Order', fields: ['amount'], select: [value('number'), value('amount')], answer: 'one' }, ground());
    const { records } = await run(statement, [{ _row: 0, _id: id(1), _changes: { amount: [null, '12.50'] }, amount: '12.50' }]);
    expect(records).toEqual({ number: expect.stringMatching(/^O-\d{4}$/) as unknown, amount: '12.50' });
    const [entry] = (await history()) as { changes: { number: unknown[] } }[];
    expect(entry?.changes.number).toEqual([null, (records as { number: string }).number]);
  });

  it('writes nothing when a reference leads nowhere or a unique value is taken, and tells all of it', async () => {
    await createCustomers('Zoe');
    const orders = compileCreate({ object: 'Order', fields: ['customer'], select: [], answer: 'many' }, ground());
    const { problems, written } = await run(orders, [
      { _row: 0, _id: id(11), _changes: {}, customer_id: id(1) },
      { _row: 1, _id: id(12), _changes: {}, customer_id: id(77) },
    ]);
    expect(written).toBe(0);
    expect(problems).toEqual([{ row: 1, field: 'customer', code: 'REFERENCE_NOT_FOUND', version: null }]);
    const again = compileCreate({ object: 'Customer', fields: ['code', 'name'], select: [], answer: 'many' }, ground());
    expect((await run(again, [{ _row: 0, _id: id(13), _changes: {}, name: 'Y', code: 'C0' }])).problems).toEqual([
      { row: 0, field: 'code', code: 'NOT_UNIQUE', version: null },
    ]);
  });

  it('does not take a reference to a record that this person may not see', async () => {
    await createCustomers('Zoe');
    const access: Access = { ...salesAccess, objects: new Map([...salesAccess.objects, ['Order', { ...adminAccess.objects.get('Order')! }]]) };
    const statement = compileCreate({ object: 'Order', fields: ['customer'], select: [], answer: 'many' }, ground(access));
    const { problems } = await run(statement, [{ _row: 0, _id: id(11), _changes: {}, customer_id: id(1) }], BOB);
    expect(problems).toEqual([{ row: 0, field: 'customer', code: 'REFERENCE_NOT_FOUND', version: null }]);
  });
});

describe('updating', () => {
  const update = (fields: string[], more: { uneven?: boolean; access?: Access } = {}) =>
    compileUpdate({ object: 'Customer', fields, select: flat, answer: 'many', ...(more.uneven && { uneven: true }) }, ground(more.access));

  it('changes only what differs, with old and new value in the history', async () => {
    await createCustomers('Zoe', 'Ann');
    const { records, written } = await run(update(['name']), [{ _row: 0, _id: id(2), name: 'Anna' }, { _row: 1, _id: id(1), name: 'Zoe' }]);
    expect(written).toBe(1);
    expect(records).toEqual([{ id: id(2), name: 'Anna', version: 2 }, { id: id(1), name: 'Zoe', version: 1 }]);
    expect((await history()).slice(2)).toEqual([
      { kind: 'updated', record_id: id(2), changes: { name: ['Ann', 'Anna'] }, actor_id: ADA, source: 'api', pending: true },
    ]);
  });

  it('leaves fields alone that a row does not bring', async () => {
    await createCustomers('Zoe', 'Ann');
    await run(update(['code', 'name'], { uneven: true }), [
      { _row: 0, _id: id(1), _set: ['name'], name: 'Zoë' },
      { _row: 1, _id: id(2), _set: ['code'], code: null },
    ]);
    const { rows } = await database.pool.query(`select name, code from ${SCHEMA}.customer order by id`);
    expect(rows).toEqual([{ name: 'Zoë', code: 'C0' }, { name: 'Ann', code: null }]);
  });

  it('refuses a version that is out of date and tells the present one', async () => {
    await createCustomers('Zoe');
    await run(update(['name']), [{ _row: 0, _id: id(1), name: 'Z', _version: 1 }]);
    const { problems, written } = await run(update(['name']), [{ _row: 0, _id: id(1), name: 'Q', _version: 1 }]);
    expect(written).toBe(0);
    expect(problems).toEqual([{ row: 0, field: null, code: 'CONFLICT', version: 2 }]);
  });

  it('tells what does not exist from what may only be seen', async () => {
    await createCustomers('Zoe');
    await database.pool.query(`update ${SCHEMA}.customer set owner_id = '${BOB}'`);
    const seeing: Access = { ...salesAccess, objects: new Map([['Customer', { ...salesAccess.objects.get('Customer')!, read: 'all', edit: 'own' }]]) };
    expect((await run(update(['name'], { access: seeing }), [{ _row: 0, _id: id(1), name: 'Q' }], ADA)).problems).toEqual([
      { row: 0, field: null, code: 'FORBIDDEN', version: null },
    ]);
    expect((await run(update(['name'], { access: salesAccess }), [{ _row: 0, _id: id(1), name: 'Q' }], ADA)).problems).toEqual([
      { row: 0, field: null, code: 'NOT_FOUND', version: null },
    ]);
    expect((await run(update(['name'], { access: salesAccess }), [{ _row: 0, _id: id(1), name: 'Q' }], BOB)).written).toBe(1);
  });

  it('lets a reference stand that has lost its record, but takes no new one to it', async () => {
    await createCustomers('Zoe');
    const orders = compileCreate({ object: 'Order', fields: ['customer'], select: [], answer: 'many' }, ground());
    await run(orders, [{ _row: 0, _id: id(11), _changes: {}, customer_id: id(1) }, { _row: 1, _id: id(12), _changes: {} }]);
    await run(compileDelete({ object: 'Customer', fields: [], select: [], answer: 'many' }, ground()), [{ _row: 0, _id: id(1) }]);
    const point = compileUpdate({ object: 'Order', fields: ['amount', 'customer'], select: [], answer: 'many' }, ground());
    expect((await run(point, [{ _row: 0, _id: id(11), amount: '2', customer_id: id(1) }])).written).toBe(1);
    expect((await run(point, [{ _row: 0, _id: id(12), customer_id: id(1) }])).problems).toEqual([{ row: 0, field: 'customer', code: 'REFERENCE_NOT_FOUND', version: null }]);
  });

  it('loses no change and counts every version when many write at once', async () => {
    await createCustomers('0');
    const statement = update(['name']);
    await Promise.all(Array.from({ length: 8 }, (_, n) => run(statement, [{ _row: 0, _id: id(1), name: `n${n}` }])));
    const { rows } = await database.pool.query<{ version: number }>(`select version from ${SCHEMA}.customer`);
    expect(Number(rows[0]?.version)).toBe(9);
    const changes = ((await history()) as { changes: { name: [string | null, string] } }[]).map((entry) => entry.changes.name);
    for (let index = 1; index < changes.length; index += 1) expect(changes[index]?.[0]).toBe(changes[index - 1]?.[1]);
  });
});

describe('one row, whose values are parameters', () => {
  const create = (access?: Access) => compileCreate({ object: 'Customer', fields: ['code', 'name'], select: flat, answer: 'one' }, ground(access), oneRow);
  const update = (access?: Access) => compileUpdate({ object: 'Customer', fields: ['name'], select: flat, answer: 'one' }, ground(access), oneRow);
  const zoe = { _row: 0, _id: id(1), _changes: { name: [null, 'Zoe'] as const, code: [null, 'C0'] as const }, name: 'Zoe', code: 'C0' };

  it('is written as rows of a list are', async () => {
    expect(await run(create(), [zoe])).toEqual({ problems: null, records: { id: id(1), name: 'Zoe', version: 1 }, written: 1 });
    expect(await run(update(), [{ _row: 0, _id: id(1), _version: 1, name: 'Zoë' }])).toEqual({ problems: null, records: { id: id(1), name: 'Zoë', version: 2 }, written: 1 });
    expect(await history()).toEqual([
      { kind: 'created', record_id: id(1), changes: { name: [null, 'Zoe'], code: [null, 'C0'] }, actor_id: ADA, source: 'api', pending: true },
      { kind: 'updated', record_id: id(1), changes: { name: ['Zoe', 'Zoë'] }, actor_id: ADA, source: 'api', pending: true },
    ]);
  });

  it('is refused for the same reasons, told under its own number', async () => {
    await run(create(), [zoe]);
    expect((await run(create(), [{ ...zoe, _row: 3, _id: id(2) }])).problems).toEqual([{ row: 3, field: 'code', code: 'NOT_UNIQUE', version: null }]);
    expect((await run(update(), [{ _row: 3, _id: id(1), _version: 7, name: 'Q' }])).problems).toEqual([{ row: 3, field: null, code: 'CONFLICT', version: 1 }]);
    expect((await run(update(), [{ _row: 3, _id: id(8), name: 'Q' }])).problems).toEqual([{ row: 3, field: null, code: 'NOT_FOUND', version: null }]);
    expect((await run(update(salesAccess), [{ _row: 3, _id: id(1), name: 'Q' }], BOB)).problems).toEqual([{ row: 3, field: null, code: 'NOT_FOUND', version: null }]);
  });

  it('waits for others that write the same record, and loses none of their changes', async () => {
    await run(create(), [zoe]);
    await Promise.all(Array.from({ length: 8 }, (_, n) => run(update(), [{ _row: 0, _id: id(1), name: `n${n}` }])));
    const { rows } = await database.pool.query<{ version: number }>(`select version from ${SCHEMA}.customer`);
    expect(Number(rows[0]?.version)).toBe(9);
  });

  it('goes into the recycle bin and comes back', async () => {
    await run(create(), [zoe]);
    const request = { object: 'Customer', fields: [], select: [value('name')], answer: 'one' } as const;
    expect((await run(compileDelete(request, ground(), oneRow), [{ _row: 0, _id: id(1) }])).records).toEqual({ name: 'Zoe' });
    expect((await run(compileRestore(request, ground(), oneRow), [{ _row: 0, _id: id(1) }])).written).toBe(1);
  });
});

describe('the recycle bin', () => {
  it('takes records in and gives them back, each with history and event', async () => {
    await createCustomers('Zoe');
    const request = { object: 'Customer', fields: [], select: [value('name')], answer: 'one' } as const;
    expect((await run(compileDelete(request, ground()), [{ _row: 0, _id: id(1) }])).records).toEqual({ name: 'Zoe' });
    expect((await run(compileDelete(request, ground()), [{ _row: 0, _id: id(1) }])).problems).toEqual([{ row: 0, field: null, code: 'NOT_FOUND', version: null }]);
    expect((await run(compileRestore(request, ground()), [{ _row: 0, _id: id(1) }])).written).toBe(1);
    expect(((await history()) as { kind: string; pending: boolean }[]).map(({ kind, pending }) => [kind, pending])).toEqual([
      ['created', true],
      ['deleted', true],
      ['restored', true],
    ]);
  });
});
