import { sql } from 'kysely';
import { org, startShopApi, type ShopApi } from '../testing/shop-api.js';
import { peopleDocuments } from '../../records/testing/people-documents.js';
import { customer, order, sales } from '../testing/shop-documents.js';

let api: ShopApi;
const table = (name: string) => sql.id(org.schema, name);

beforeAll(async () => {
  api = await startShopApi([customer, order, sales, ...peopleDocuments.slice(0, -1)]);
}, 60_000);
afterAll(() => api.close());
beforeEach(() => api.run(sql`truncate ${table('customer')}, ${table('order')}, ${table('person')}, ${table('_history')}, ${table('_event')}, ${table('_operation')} cascade`));

async function data<T = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const answer = await api.ask(query, variables);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as T;
}

async function create(...rows: object[]): Promise<string[]> {
  const { made } = await data<{ made: { id: string }[] }>('mutation ($data: [CustomerCreate!]!) { made: createCustomers(data: $data) { id } }', { data: rows });
  return made.map(({ id }) => id);
}

const names = async () => (await api.run<{ name: string }>(sql`select name from ${table('customer')} where deleted_at is null order by name`)).map(({ name }) => name);
const operations = () => api.run<{ id: string; kind: string; title: object; counts: object }>(sql`select id, kind, title, counts from ${table('_operation')} order by started_at, id`);

describe('what a mutation selects', () => {
  it('may look for the values of variables', async () => {
    const query = 'mutation ($name: String!, $least: Decimal) { createCustomer(data: { name: $name, orders: { create: [{ amount: "1" }, { amount: "2" }, { amount: "3" }] } }) { name orders(where: { amount: { gte: $least } }) { totalCount } } }';
    expect(await data(query, { name: 'Ada', least: '2' })).toEqual({ createCustomer: { name: 'Ada', orders: { totalCount: 2 } } });
    expect(await data(query, { name: 'Bob', least: '3' })).toEqual({ createCustomer: { name: 'Bob', orders: { totalCount: 1 } } });
  });
});

describe('lists', () => {
  it('are written as a whole, and the history of all of them has one operation', async () => {
    await create({ name: 'A' }, { name: 'B' });
    const [operation] = await operations();
    expect(operation).toMatchObject({ kind: 'bulk', title: { object: 'Customer', action: 'create' }, counts: { [customer.guanxi.id]: { created: 2 } } });
    const [history] = await api.run(sql`select count(*)::int as count from ${table('_history')} where operation_id = ${operation?.id ?? ''}::uuid`);
    expect(history).toEqual({ count: 2 });
    await create({ name: 'C' });
    expect(await operations()).toHaveLength(1);
  });

  it('refuse all rows for one that is wrong', async () => {
    const { data: none, errors } = await api.ask('mutation { createCustomers(data: [{ name: "A" }, { email: "no" }]) { id } }');
    expect(none).toBeNull();
    expect(errors?.[0]?.extensions['problems']).toMatchObject([{ path: '/1/name' }, { path: '/1/email' }]);
    expect(await names()).toEqual([]);
  });

  it('write the good rows where that is asked for, with null and an error for each of the others', async () => {
    const [known = ''] = await create({ name: 'Old', code: 'K1' });
    const { data: made, errors } = await api.ask(
      'mutation { createCustomers(atomic: false, data: [{ name: "A", code: "K1" }, { name: "B" }, { rating: 3 }, { name: "C", code: "K2" }, { name: "D", code: "K2" }]) { name code orders { totalCount } } }',
    );
    expect(made).toEqual({ createCustomers: [null, { name: 'B', code: null, orders: { totalCount: 0 } }, null, { name: 'C', code: 'K2', orders: { totalCount: 0 } }, null] });
    expect(errors?.map(({ path, extensions }) => [path, (extensions['problems'] as { path: string; code: string }[]).map(({ path: at, code }) => `${at} ${code}`)])).toEqual([
      [['createCustomers', 0], ['/code not-unique']],
      [['createCustomers', 2], ['/name required']],
      [['createCustomers', 4], ['/code not-unique']],
    ]);
    expect(await names()).toEqual(['B', 'C', 'Old']);
    const changed = await api.ask('mutation ($id: ID!) { updateCustomers(atomic: false, data: [{ id: $id, data: { name: "New" } }, { id: "00000000-0000-7000-8000-000000000404", data: { name: "X" } }, { id: "no id", data: {} }]) { name } }', { id: known });
    expect(changed.data).toEqual({ updateCustomers: [{ name: 'New' }, null, null] });
    expect(changed.errors?.map(({ path, extensions }) => [path?.[1], extensions['code']])).toEqual([[1, 'NOT_FOUND'], [2, 'NOT_FOUND']]);
  });

  it('change many records, each with values of its own', async () => {
    const [a = '', b = ''] = await create({ name: 'A', rating: 1 }, { name: 'B', rating: 2 });
    const { updateCustomers } = await data('mutation ($data: [CustomerRowInput!]!) { updateCustomers(data: $data) { name rating version } }', {
      data: [{ id: b, data: { name: 'Bee' } }, { id: a, data: { rating: 9 }, ifVersion: 1 }],
    });
    expect(updateCustomers).toEqual([{ name: 'Bee', rating: 2, version: 2 }, { name: 'A', rating: 9, version: 2 }]);
  });

  it('delete and restore, with what was not there told by row', async () => {
    const [a = '', b = ''] = await create({ name: 'A' }, { name: 'B' });
    const gone = await api.ask('mutation ($ids: [ID!]!) { deleteCustomers(ids: $ids, atomic: false) { name } }', { ids: [b, '00000000-0000-7000-8000-000000000404', a] });
    expect(gone.data).toEqual({ deleteCustomers: [{ name: 'B' }, null, { name: 'A' }] });
    expect(gone.errors?.map(({ path }) => path)).toEqual([['deleteCustomers', 1]]);
    expect(await data('mutation ($ids: [ID!]!) { restoreCustomers(ids: $ids) { name } }', { ids: [a, b] })).toEqual({ restoreCustomers: [{ name: 'A' }, { name: 'B' }] });
  });

  it('are saved by an external id', async () => {
    await create({ name: 'A', code: 'K1' });
    const rows = [{ name: 'Aa', code: 'K1' }, { name: 'B', code: 'K2' }];
    expect(await data('mutation ($data: [CustomerCreate!]!) { upsertCustomers(by: code, data: $data) { name code version } }', { data: rows })).toEqual({
      upsertCustomers: [{ name: 'Aa', code: 'K1', version: 2 }, { name: 'B', code: 'K2', version: 1 }],
    });
    const partial = await api.ask('mutation { upsertCustomers(by: code, atomic: false, data: [{ name: "C" }, { code: "K2", name: "Bb" }, { code: "K2", name: "C" }, { code: "K3" }]) { name } }');
    expect(partial.data).toEqual({ upsertCustomers: [null, { name: 'Bb' }, null, null] });
    expect(partial.errors?.map(({ extensions }) => (extensions['problems'] as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`))).toEqual([['/code required'], [' duplicate-row'], ['/name required']]);
  });
});

describe('all records that fit', () => {
  it('are changed and deleted, and the answer names the operation', async () => {
    await create(...Array.from({ length: 30 }, (_, n) => ({ name: `N${n}`, rating: n % 3 })));
    const { updateCustomersWhere: changed } = await data<{ updateCustomersWhere: { operationId: string } }>(
      'mutation { updateCustomersWhere(where: { rating: { gte: 1 } }, data: { rating: 1, status: "paused" }, expected: 20) { __typename operationId matched changed status } }',
    );
    expect(changed).toMatchObject({ __typename: 'BulkResult', matched: 20, changed: 20, status: 'DONE' });
    const noted = (await operations()).find(({ id }) => id === changed.operationId);
    expect(noted).toMatchObject({ kind: 'bulk', title: { object: 'Customer', action: 'update', fields: ['status', 'rating'] }, counts: { [customer.guanxi.id]: { updated: 20 } } });
    const [history] = await api.run<{ changes: object; events: number }>(sql`select changes, (select count(*)::int from ${table('_event')}) as events from ${table('_history')} where operation_id = ${changed.operationId}::uuid and changes ? 'rating' limit 1`);
    expect(history).toEqual({ changes: { rating: [2, 1], status: ['active', 'paused'] }, events: 50 });
    expect(await data('mutation { deleteCustomersWhere(where: { status: { eq: "paused" } }) { matched changed } }')).toEqual({ deleteCustomersWhere: { matched: 20, changed: 20 } });
    expect(await names()).toHaveLength(10);
  });

  it('stay as they are where another number was expected, or one of them is refused', async () => {
    await create({ name: 'A', code: 'K1' }, { name: 'B' });
    const { errors } = await api.ask('mutation { deleteCustomersWhere(where: {}, expected: 3) { changed } }');
    expect(errors?.[0]).toMatchObject({ message: '2 Customers fit by now, not 3. Nothing was changed.', extensions: { code: 'CONFLICT', matched: 2, expected: 3 } });
    const refused = await api.ask('mutation { updateCustomersWhere(where: {}, data: { rating: 99 }) { changed } }');
    expect(refused.errors?.[0]?.extensions['problems']).toMatchObject([{ path: '/rating', code: 'too-large' }]);
    expect(await names()).toEqual(['A', 'B']);
  });

  it('are only those that the person may read', async () => {
    await create({ name: 'A' }, { name: 'B' });
    const { data: answer } = await api.ask('mutation { updateCustomersWhere(where: {}, data: { name: "Mine" }) { matched changed } }', {}, 'bob');
    expect(answer).toEqual({ updateCustomersWhere: { matched: 0, changed: 0 } });
  });
});

describe('a version', () => {
  it('that is out of date is answered with the present values, as far as they were asked for', async () => {
    const [id = ''] = await create({ name: 'A', rating: 4 });
    await data('mutation ($id: ID!) { updateCustomer(id: $id, data: { name: "B" }) { id } }', { id });
    const { errors } = await api.ask('mutation ($id: ID!) { updateCustomer(id: $id, data: { name: "C" }, ifVersion: 1) { name rating orders { totalCount } } }', { id });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', version: 2, current: { name: 'B', rating: 4, version: 2, orders: { totalCount: 0 } } });
  });
});

describe('records made on the way', () => {
  it('are written in one transaction over several levels, under one operation', async () => {
    const { createOrder } = await data(
      `mutation { createOrder(data: { amount: "5", customer: { create: { name: "Zoe", orders: { create: [{ amount: "7" }, { amount: "8" }] } } } }) { amount customer { name orders(orderBy: [{ amount: ASC }]) { nodes { amount } } } } }`,
    );
    expect(createOrder).toEqual({ amount: '5.00', customer: { name: 'Zoe', orders: { nodes: [{ amount: '5.00' }, { amount: '7.00' }, { amount: '8.00' }] } } });
    expect(await operations()).toMatchObject([{ kind: 'bulk', counts: { [order.guanxi.id]: { created: 3 }, [customer.guanxi.id]: { created: 1 } } }]);
  });

  it('are connected by id or key, and let go', async () => {
    const [zoe = ''] = await create({ name: 'Zoe', code: 'K1' }, { name: 'Ann', code: 'K2' });
    const { createOrders } = await data<{ createOrders: { id: string }[] }>(
      'mutation ($id: ID!) { createOrders(data: [{ amount: "1", customer: { connect: { code: "K1" } } }, { amount: "2", customer: { connect: { id: $id } } }, { amount: "3" }]) { id customer { name } } }', { id: zoe });
    expect(createOrders).toMatchObject([{ customer: { name: 'Zoe' } }, { customer: { name: 'Zoe' } }, { customer: null }]);
    const [first = '', , third = ''] = createOrders.map(({ id }) => id);
    const { updateCustomer } = await data(
      'mutation ($id: ID!, $in: [ID!], $out: [ID!]) { updateCustomer(id: $id, data: { orders: { connect: $in, disconnect: $out, create: [{ amount: "4" }] } }) { orders(orderBy: [{ amount: ASC }]) { nodes { amount } } } }',
      { id: zoe, in: [third], out: [first] });
    expect(updateCustomer).toEqual({ orders: { nodes: [{ amount: '2.00' }, { amount: '3.00' }, { amount: '4.00' }] } });
  });

  it('are told where they stand when something is wrong with them, and nothing stays', async () => {
    const paths = async (query: string) => ((await api.ask(query)).errors?.[0]?.extensions['problems'] as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);
    expect(await paths('mutation { createOrder(data: { customer: { create: { rating: 11 } } }) { id } }')).toEqual(['/customer/create/name required', '/customer/create/rating too-large']);
    expect(await paths('mutation { createOrder(data: { customer: { connect: { code: "none" } } }) { id } }')).toEqual(['/customer/connect reference-not-found']);
    expect(await paths('mutation { createCustomers(data: [{ name: "A" }, { name: "B", orders: { create: [{ amount: "1" }, { amount: "12345678901234" }] } }]) { id } }')).toEqual(['/1/orders/create/1/amount out-of-range']);
    expect(await paths('mutation { createCustomer(data: { name: "B", orders: { connect: ["00000000-0000-7000-8000-000000000404"] } }) { id } }')).toEqual(['/orders/connect/0 not-found']);
    expect(await names()).toEqual([]);
  });

  it('are each kept or left with their row where good rows are written all the same', async () => {
    const { data: made } = await api.ask('mutation { createOrders(atomic: false, data: [{ amount: "1", customer: { create: { name: "A" } } }, { amount: "2", customer: { create: { rating: 1 } } }, { amount: "3" }]) { amount customer { name } } }');
    expect(made).toEqual({ createOrders: [{ amount: '1.00', customer: { name: 'A' } }, null, { amount: '3.00', customer: null }] });
    expect(await names()).toEqual(['A']);
  });

  it('are refused deeper than anybody needs', async () => {
    const deep = (levels: number): string => (levels === 0 ? '{ name: "end" }' : `{ name: "n", orders: { create: [{ customer: { create: ${deep(levels - 1)} } }] } }`);
    const { errors } = await api.ask(`mutation { createCustomer(data: ${deep(4)}) { id } }`);
    expect(errors?.[0]?.extensions['code']).toBe('TOO_COSTLY');
  });
});

it('takes back what came before in the same mutation when a later field is refused', async () => {
  const { errors } = await api.ask('mutation { one: createCustomer(data: { name: "A" }) { id } two: createCustomer(data: { rating: 1 }) { id } }');
  expect(errors?.[0]?.path).toEqual(['two']);
  expect(await names()).toEqual([]);
});

it('lets one of many win who save the same at the same moment, by a rule about duplicates', async () => {
  const save = (_: unknown, n: number) => api.ask('mutation ($data: PersonCreate!) { createPerson(data: $data) { id } }', { data: { name: `P${n}`, email: 'same@example.com' } });
  const answers = await Promise.all(Array.from({ length: 8 }, save));
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  const [stored] = await api.run(sql`select count(*)::int as count from ${table('person')}`);
  expect(stored).toEqual({ count: 1 });
});
