import { sql } from 'kysely';
import { ADA, BOB, org, startShopApi, type ShopApi } from './testing/shop-api.js';

let api: ShopApi;
beforeAll(async () => {
  api = await startShopApi();
});
afterAll(() => api.close());
afterEach(() => expect(api.failures()).toEqual([]));

const create = 'mutation ($data: CustomerCreate!) { createCustomer(data: $data) { id name version } }';

async function createCustomer(data: Record<string, unknown>): Promise<string> {
  const { data: answer, errors } = await api.ask(create, { data });
  if (errors) throw new Error(JSON.stringify(errors));
  return (answer as { createCustomer: { id: string } }).createCustomer.id;
}

describe('aliases', () => {
  it('may be called as our own tables are in a statement', async () => {
    const { data, errors } = await api.ask(
      'mutation { n: createCustomer(data: { name: "Ann" }) { n: version a: name e: __typename } }',
    );
    expect([errors, data]).toEqual([undefined, { n: { n: 1, a: 'Ann', e: 'Customer' } }]);
    const read = await api.ask('{ n: customers { n: nodes { n: version g: name t0: id } a: aggregate { a: max { n: __typename } } c: edges { e: cursor i: node { n: name } } i: pageInfo { i: hasNextPage } g: groupBy(by: [{ field: status }]) { n: count a: key { a: status } } } }');
    expect([read.errors, read.data]).toEqual([undefined, { n: expect.objectContaining({ n: [expect.objectContaining({ n: 1, g: 'Ann' })], a: { a: { n: 'CustomerAggregateValues' } }, i: { i: false }, g: [{ n: 1, a: { a: 'active' } }] }) as unknown }]);
    await api.run(sql`delete from ${sql.id(org.schema, 'customer')}`);
  });
});

describe('writing over GraphQL', () => {
  it('creates with defaults and canonical values, and answers from the same statement', async () => {
    const { data, errors } = await api.ask(
      'mutation { createCustomer(data: { name: " Zoë ", email: "ZOE@example.com", score: "1.5", seenAt: "2026-01-01T08:00:00+08:00" }) { name email score status seenAt ownerId version __typename } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      createCustomer: { name: 'Zoë', email: 'zoe@example.com', score: '1.50', status: 'active', seenAt: '2026-01-01T00:00:00.000Z', ownerId: ADA, version: 1, __typename: 'Customer' },
    });
    expect(api.written()).toBeGreaterThan(0);
  });

  it('tells every problem of a record at once', async () => {
    const { errors } = await api.ask(create, { data: { email: 'nobody', rating: 99, status: 'gone' } });
    expect(errors?.[0]?.extensions['code']).toBe('VALIDATION_FAILED');
    const problems = errors?.[0]?.extensions['problems'] as { path: string; code: string; message: string }[];
    expect(problems.map(({ path }) => path).sort()).toEqual(['/email', '/name', '/rating', '/status']);
    expect(problems.find(({ path }) => path === '/name')?.message).toBe('Name is required.');
  });

  it('refuses a value that another record has, and a reference that leads nowhere', async () => {
    await createCustomer({ name: 'One', code: 'same' });
    const taken = await api.ask(create, { data: { name: 'Two', code: 'same' } });
    expect(taken.errors?.[0]?.extensions['problems']).toMatchObject([{ path: '/code', code: 'not-unique' }]);
    const lost = await api.ask('mutation { createOrder(data: { customerId: "0192f0c1-2b3c-7d4e-8f50-123456789abc" }) { id } }');
    expect(lost.errors?.[0]?.extensions['problems']).toMatchObject([{ path: '/customerId', code: 'reference-not-found' }]);
  });

  it('reads relations of what it wrote in the same transaction', async () => {
    const id = await createCustomer({ name: 'Ann' });
    const { data } = await api.ask(
      'mutation ($id: ID!) { createOrder(data: { customerId: $id, amount: "3" }) { amount customer { name orders { totalCount } owner { name } } } }',
      { id },
    );
    expect(data).toEqual({ createOrder: { amount: '3.00', customer: { name: 'Ann', orders: { totalCount: 1 }, owner: { name: 'Ada' } } } });
  });

  it('runs several mutations in order and all or none', async () => {
    const id = await createCustomer({ name: 'Ann' });
    const document = 'mutation ($id: ID!) { a: updateCustomer(id: $id, data: { rating: 5 }) { rating } b: updateCustomer(id: $id, data: { rating: 50 }) { rating } }';
    const { data, errors } = await api.ask(document, { id });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['b'], extensions: { code: 'VALIDATION_FAILED', problems: [{ path: '/rating', code: 'too-large' }] } }]);
    expect((await api.ask('query ($id: ID!) { customer(id: $id) { rating version } }', { id })).data).toEqual({ customer: { rating: null, version: 1 } });
  });

  it('answers CONFLICT with the present version', async () => {
    const id = await createCustomer({ name: 'Ann' });
    const document = 'mutation ($id: ID!, $v: Int) { updateCustomer(id: $id, data: { rating: 1 }, ifVersion: $v) { version } }';
    expect((await api.ask(document, { id, v: 1 })).data).toEqual({ updateCustomer: { version: 2 } });
    expect((await api.ask(document, { id, v: 1 })).errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', version: 2 });
  });

  it('updates by an external id, or creates', async () => {
    const document = 'mutation ($name: String) { upsertCustomer(by: { code: "U1" }, data: { name: $name }) { id name version } }';
    const first = await api.ask(document, { name: 'Uma' });
    const second = await api.ask(document, { name: 'Uma B.' });
    expect(second.data).toMatchObject({ upsertCustomer: { ...(first.data?.['upsertCustomer'] as object), name: 'Uma B.', version: 2 } });
  });

  it('deletes into the recycle bin and restores', async () => {
    const id = await createCustomer({ name: 'Gone' });
    expect((await api.ask('mutation ($id: ID!) { deleteCustomer(id: $id) { name } }', { id })).data).toEqual({ deleteCustomer: { name: 'Gone' } });
    expect((await api.ask('query ($id: ID!) { customer(id: $id) { name } }', { id })).data).toEqual({ customer: null });
    expect((await api.ask('mutation ($id: ID!) { deleteCustomer(id: $id) { name } }', { id })).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    expect((await api.ask('mutation ($id: ID!) { restoreCustomer(id: $id) { name orders { totalCount } } }', { id })).data).toEqual({
      restoreCustomer: { name: 'Gone', orders: { totalCount: 0 } },
    });
    const kinds = await api.run<{ kind: string }>(sql`select kind from ${sql.id(org.schema, '_history')} where record_id = ${id}::uuid order by id`);
    expect(kinds.map(({ kind }) => kind)).toEqual(['created', 'deleted', 'restored']);
  });

  it('creates many in the order they came', async () => {
    const document = 'mutation ($data: [CustomerCreate!]!) { createCustomers(data: $data) { name orders(first: 1) { nodes { id } } } flat: createCustomers(data: $data) { name } }';
    const { data } = await api.ask(document, { data: [{ name: 'B' }, { name: 'A' }] });
    expect(data).toEqual({ createCustomers: [{ name: 'B', orders: { nodes: [] } }, { name: 'A', orders: { nodes: [] } }], flat: [{ name: 'B' }, { name: 'A' }] });
  });
});

describe('what a person may not see or do', () => {
  it('is not in their schema', async () => {
    for (const query of ['{ customers { nodes { score } } }', '{ customers(where: { score: { gt: "1" } }) { totalCount } }', '{ customers(orderBy: [{ score: ASC }]) { totalCount } }', 'mutation { createOrder(data: {}) { id } }']) {
      expect((await api.ask(query, {}, 'bob')).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
    const rating = await api.ask('mutation { createCustomer(data: { name: "X", rating: 1 }) { id } }', {}, 'bob');
    expect(rating.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('leaves records of others out, everywhere', async () => {
    const id = await createCustomer({ name: 'Hidden' });
    await api.ask('mutation ($id: ID!) { createOrder(data: { customerId: $id, amount: "77.70" }) { id } }', { id });
    expect((await api.ask('query ($id: ID!) { customer(id: $id) { name } }', { id }, 'bob')).data).toEqual({ customer: null });
    expect((await api.ask('{ customers(where: { name: { eq: "Hidden" } }) { totalCount } search(text: "Hidd") { id } }', {}, 'bob')).data).toEqual({ customers: { totalCount: 0 }, search: [] });
    const orders = '{ orders(where: { amount: { eq: "77.7" } }) { nodes { customer { name } } } guessed: orders(where: { customer: { name: { startsWith: "H" } } }) { totalCount } }';
    expect((await api.ask(orders, {}, 'bob')).data).toEqual({ orders: { nodes: [{ customer: null }] }, guessed: { totalCount: 0 } });
    expect((await api.ask('mutation ($id: ID!) { updateCustomer(id: $id, data: { name: "Mine" }) { id } }', { id }, 'bob')).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('takes "me" for the person who asks, in one plan for all', async () => {
    await api.ask('mutation { createCustomer(data: { name: "Of Bob" }) { id } }', {}, 'bob');
    const document = 'query ($o: ID) { customers(where: { ownerId: { eq: $o }, name: { eq: "Of Bob" } }) { nodes { ownerId } } }';
    expect((await api.ask(document, { o: 'me' }, 'bob')).data).toEqual({ customers: { nodes: [{ ownerId: BOB }] } });
    expect((await api.ask(document, { o: 'me' })).data).toEqual({ customers: { nodes: [] } });
    expect((await api.ask(document, { o: 'nobody' })).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

describe('the language', () => {
  it('knows aliases, fragments, skip, include, defaults and __typename', async () => {
    const id = await createCustomer({ name: 'Lang', rating: 3 });
    const document = `query ($id: ID!, $with: Boolean = true, $without: Boolean!) {
      __typename
      one: customer(id: $id) { ...Parts ... on Customer { again: name } rating @include(if: $with) code @skip(if: $with) email @include(if: $without) }
      page: customers(where: { id: { eq: $id } }) { __typename nodes { __typename } edges { __typename node { name } } pageInfo { __typename hasNextPage } }
    }
    fragment Parts on Customer { name orders { totalCount } orders { nodes { id } } }`;
    expect((await api.ask(document, { id, without: false })).data).toEqual({
      __typename: 'Query',
      one: { name: 'Lang', again: 'Lang', rating: 3, orders: { totalCount: 0, nodes: [] } },
      page: { __typename: 'CustomerConnection', nodes: [{ __typename: 'Customer' }], edges: [{ __typename: 'CustomerEdge', node: { name: 'Lang' } }], pageInfo: { __typename: 'PageInfo', hasNextPage: false } },
    });
  });

  it('answers introspection, alone and beside records', async () => {
    const { data } = await api.ask('{ __type(name: "CustomerCreate") { kind inputFields { name } } customers(first: 0) { nodes { id } } }');
    expect(data).toMatchObject({ __type: { kind: 'INPUT_OBJECT' }, customers: { nodes: [] } });
  });

  it('refuses what costs too much before any SQL is made', async () => {
    const wide = await api.ask('{ customers(first: 1000) { nodes { orders(first: 1000) { nodes { id } } } } }');
    expect(wide.errors?.[0]?.extensions).toMatchObject({ code: 'TOO_COSTLY', limit: 20_000 });
    const deep = `{ orders(first: 1) { nodes ${'{ customer { orders(first: 1) { nodes '.repeat(5)}{ id } ${'} } }'.repeat(5)} } }`;
    expect((await api.ask(deep)).errors?.[0]?.extensions).toMatchObject({ code: 'TOO_COSTLY', limit: 8 });
  });

  it('says what is wrong with a request in one shape', async () => {
    expect((await api.ask('{ customers { nodes { nmae } } }')).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect((await api.ask('{ customers(first: -1) { totalCount } }')).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect((await api.ask('{ customers(after: "x") { nodes { id } } }')).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect((await api.ask('query ($d: Date) { orders(where: { orderedOn: { eq: $d } }) { totalCount } }', { d: '2026-02-30' })).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect((await api.ask('{ customers(where: { name: { contains: "\\u0000" } }) { totalCount } }')).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    const response = await api.server.inject({ method: 'POST', url: '/graphql', payload: { query: '{ __typename }' } });
    expect(response.statusCode).toBe(401);
  });
});
