import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from './client.js';
import { isFailure } from './request-failed.js';

interface Customer {
  id: string;
  name: string;
  status: 'active' | 'closed' | null;
  place: { street: string | null; city: string | null } | null;
}
interface Order {
  id: string;
  amount: string | null;
  orderedOn: string | null;
}
interface Objects {
  Customer: { record: Customer; create: { name: string; number?: string }; update: { name?: string }; where: { status?: { eq?: 'active' | 'closed' | null } | null; orders?: { some?: { amount?: { gt?: string } } } }; one: { owner: 'User' }; many: { orders: 'Order' }; keys: { number: string }; numbers: never; ordered: 'name'; grouped: 'name' | 'status'; dated: never };
  Order: { record: Order; create: { amount?: string }; update: { amount?: string }; where: { amount?: { gt?: string } }; one: { customer: 'Customer' }; many: object; keys: object; numbers: 'amount'; ordered: 'amount' | 'orderedOn'; grouped: 'amount' | 'orderedOn'; dated: 'orderedOn' };
  User: { record: { id: string; name: string }; create: never; update: never; where: object; one: object; many: object; keys: object; numbers: never; ordered: 'name'; grouped: 'name'; dated: never };
}

const objects = {
  Customer: { singular: 'customer', plural: 'customers', parts: { place: ['street', 'city'] }, one: { owner: 'User' }, many: { orders: 'Order' } },
  Order: { singular: 'order', plural: 'orders', one: { customer: 'Customer' } },
  User: { singular: 'user', plural: 'users' },
} as const;

describe('the typed client', () => {
  let server: Server;
  let answers: unknown[];
  let asked: { query: string; variables: Record<string, unknown>; authorization?: string; path?: string }[];
  const client = () => createClient<Objects>({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: 'a-key', objects });
  const last = () => asked.at(-1) ?? { query: '', variables: {} };

  beforeAll((done) => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        asked.push({ ...(JSON.parse(body) as (typeof asked)[number]), authorization: request.headers.authorization, path: request.url });
        answer(response, answers.shift());
      });
    }).listen(0, '127.0.0.1', done);
  });
  beforeEach(() => {
    answers = [];
    asked = [];
  });
  afterAll((done) => {
    server.close(done);
  });

  function answer(response: ServerResponse, given: unknown): void {
    if (typeof given === 'string' && given.startsWith('event:')) response.setHeader('content-type', 'text/event-stream');
    response.end(typeof given === 'string' ? given : JSON.stringify(given));
  }

  it('asks for the pieces of a value that has several', async () => {
    answers = [{ data: { record: { place: { street: null, city: '臺北' } } } }];
    expect((await client().find('Customer', 'x', ['place', 'name']))?.place?.city).toBe('臺北');
    expect(last().query).toBe('query ($v0: ID!) { record: customer(id: $v0) { place { street city } name } }');
  });

  it('asks for what stands behind lookups and in lists, and knows the types of the answer', async () => {
    answers = [{ data: { record: { name: '王小明', owner: { name: 'Ada' }, orders: { nodes: [{ amount: '3.00', customer: { status: 'active' } }] } } } }];
    const record = await client().find('Customer', 'x', ['name', { owner: ['name'], orders: { select: ['amount', { customer: ['status'] }], first: 5, where: { amount: { gt: '1' } } } }]);
    const amount: string | null | undefined = record?.orders.nodes[0]?.amount;
    const status: 'active' | 'closed' | null | undefined = record?.orders.nodes[0]?.customer?.status;
    expect([record?.owner?.name, amount, status]).toEqual(['Ada', '3.00', 'active']);
    expect(last().query).toBe('query ($v0: ID!, $v1: OrderWhere, $v2: Int) { record: customer(id: $v0) { name owner { name } orders(where: $v1, first: $v2) { nodes { amount customer { status } } } } }');
    // @ts-expect-error: what was not asked for is not there
    void (() => record?.status);
    // @ts-expect-error: a relation that the object does not have is a compile error
    void (() => client().find('Customer', 'x', ['name', { onwer: ['name'] }]));
    // @ts-expect-error: and so is a field behind one
    void (() => client().find('Customer', 'x', [{ owner: ['nmae'] }]));
  });

  it('lists a page with the fields that were asked for and says where the next one begins', async () => {
    answers = [{ data: { page: { nodes: [{ name: '王小明' }], pageInfo: { endCursor: 'c1', hasNextPage: true } } } }];
    const page = await client().list('Customer', ['name'], { where: { status: { eq: 'active' } }, orderBy: [['name', 'desc']], first: 1 });
    expect(page).toEqual({ records: [{ name: '王小明' }], next: 'c1' });
    expect(last().variables).toEqual({ v0: { status: { eq: 'active' } }, v1: [{ name: 'DESC' }], v2: 1 });
    expect(last().authorization).toBe('Bearer a-key');
    // @ts-expect-error: a field that the object does not have is a compile error
    void (() => client().list('Customer', ['nmae']));
    // @ts-expect-error: and so is one in a filter
    void (() => client().list('Customer', ['name'], { where: { staus: { eq: 'active' } } }));
    // @ts-expect-error: or a value that the field cannot have
    void (() => client().list('Customer', ['name'], { where: { status: { eq: 'gone' } } }));
  });

  it('goes through all pages', async () => {
    const page = (name: string, hasNextPage: boolean) => ({ data: { page: { nodes: [{ name }], pageInfo: { endCursor: name, hasNextPage } } } });
    answers = [page('a', true), page('b', false)];
    const names: string[] = [];
    for await (const { name } of client().all('Customer', ['name'])) names.push(name);
    expect([names, asked.map(({ variables }) => variables)]).toEqual([['a', 'b'], [{}, { v0: 'a' }]]);
  });

  it('sums up', async () => {
    answers = [{ data: { list: { aggregate: { count: 2, sum: { amount: '3.00' } } } } }];
    const { count, sum } = await client().aggregate('Order', { sum: ['amount'] }, { where: { amount: { gt: '1' } } });
    expect([count, sum.amount]).toEqual([2, '3.00']);
    expect(last().query).toBe('query ($v0: OrderWhere) { list: orders(where: $v0) { aggregate { count sum { amount } } } }');
    // @ts-expect-error: what was not asked for is not there
    void (async () => (await client().aggregate('Order', { sum: ['amount'] })).avg.amount);
    // @ts-expect-error: a day cannot be summed up
    void (() => client().aggregate('Order', { sum: ['orderedOn'] }));
  });

  it('groups by fields, the calendar and what stands behind lookups, and knows the types of the keys', async () => {
    answers = [{ data: { list: { groupBy: [{ key: { orderedOn: '1998-07-01', orderedOnPart: { weekday: 6 }, customer: { status: 'active' } }, count: 2, sum: { amount: '3.00' }, max: { orderedOn: '1998-07-04' } }] } } }];
    const groups = await client().groupBy('Order', [{ field: 'orderedOn', unit: 'month' }, { field: 'orderedOn', part: 'weekday' }, { of: { customer: 'status' } }], { sum: ['amount'], max: ['orderedOn'] }, {
      where: { amount: { gt: '1' } }, having: { count: { gte: 2 }, sum: { amount: { gt: '1' } } }, orderBy: [['sum', 'amount', 'desc'], ['count', 'asc']], first: 20,
    });
    const [group] = groups;
    const month: string | null | undefined = group?.key.orderedOn;
    const weekday: number | null | undefined = group?.key.orderedOnPart.weekday;
    const status: 'active' | 'closed' | null | undefined = group?.key.customer?.status;
    const amount: string | null | undefined = group?.sum.amount;
    const latest: string | null | undefined = group?.max.orderedOn;
    expect([month, weekday, status, amount, latest, group?.count]).toEqual(['1998-07-01', 6, 'active', '3.00', '1998-07-04', 2]);
    expect(last().query).toBe('query ($v0: OrderWhere, $v1: [OrderAggregateBy!]!, $v2: OrderAggregateHaving, $v3: [OrderAggregateOrderBy!], $v4: Int) { list: orders(where: $v0) { groupBy(by: $v1, having: $v2, orderBy: $v3, first: $v4) { key { orderedOn orderedOnPart { weekday } customer { status } } count sum { amount } max { orderedOn } } } }');
    expect(last().variables).toMatchObject({ v1: [{ field: 'orderedOn', unit: 'month' }, { field: 'orderedOn', part: 'weekday' }, { of: { customer: { field: 'status' } } }], v3: [{ sum: { amount: 'DESC' } }, { count: 'ASC' }] });
    // @ts-expect-error: a field that the object does not have
    void (() => client().groupBy('Order', ['stauts'], {}));
    // @ts-expect-error: only days have months
    void (() => client().groupBy('Order', [{ field: 'amount', unit: 'month' }], {}));
    // @ts-expect-error: a field that the object behind a lookup does not have
    void (() => client().groupBy('Order', [{ of: { customer: 'city' } }], {}));
    // @ts-expect-error: a key that was not asked for is not there
    void (async () => (await client().groupBy('Order', ['amount'], {}))[0]?.key.orderedOn);
  });

  it('writes one, many, by external id and by filter', async () => {
    const id = (value: string) => ({ data: { done: { id: value } } });
    const bulk = { operationId: 'o', matched: 3, changed: 3, status: 'DONE' };
    answers = [id('1'), id('2'), { data: { done: bulk } }, id('3')];
    expect(await client().create('Customer', { name: 'A' })).toBe('1');
    expect(await client().upsert('Customer', { number: 'C-1' }, { name: 'A' })).toBe('2');
    expect(await client().updateWhere('Customer', { status: { eq: 'closed' } }, { name: 'B' }, { expected: 3 })).toEqual(bulk);
    await client().update('Customer', '3', { name: 'B' }, { ifVersion: 2 });
    expect(asked.map(({ query }) => query.slice(query.indexOf('{ ')))).toEqual([
      '{ done: createCustomer(data: $v0) { id } }',
      '{ done: upsertCustomer(by: $v0, data: $v1) { id } }',
      '{ done: updateCustomersWhere(where: $v0, data: $v1, expected: $v2) { operationId matched changed status } }',
      '{ done: updateCustomer(id: $v0, data: $v1, ifVersion: $v2) { id } }',
    ]);
    // @ts-expect-error: an object without external ids cannot be put by one
    void (() => client().upsert('Order', { number: 'x' }, {}));
  });

  it('tells which of many rows were refused', async () => {
    const problems = [{ path: '/name', code: 'required', message: 'Name is required.' }];
    answers = [{ data: { done: [{ id: '1' }, null] }, errors: [{ message: 'Refused.', path: ['done', 1], extensions: { code: 'VALIDATION_FAILED', problems } }] }];
    expect(await client().createMany('Customer', [{ name: 'A' }, { name: '' }], { atomic: false })).toMatchObject({ ids: ['1', null], refused: [{ index: 1, failure: { code: 'VALIDATION_FAILED', problems } }] });
    answers = [{ data: null, errors: [{ message: 'Refused.', path: ['done'], extensions: { code: 'VALIDATION_FAILED', problems } }] }];
    await expect(client().createMany('Customer', [{ name: '' }])).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('hears what changes until the server ends it, and throws what went wrong on the way', async () => {
    const change = { kind: 'UPDATED', id: '1', cursor: 'c', fields: ['name'], record: { name: '王小明' } };
    answers = [`event: next\ndata: ${JSON.stringify({ data: { change } })}\n\n:\n\nevent: complete\ndata: \n\n`];
    for await (const { kind, record } of client().changed('Customer', ['name'], { where: { status: { eq: 'active' } } })) expect([kind, record?.name]).toEqual(['UPDATED', '王小明']);
    expect([last().path, last().query]).toEqual(['/graphql/stream', 'subscription ($v0: CustomerWhere) { change: customerChanged(where: $v0) { kind id cursor fields record { name } } }']);
    answers = [`event: next\ndata: ${JSON.stringify({ errors: [{ message: 'Over.', extensions: { code: 'UNAUTHENTICATED' } }] })}\n\n`];
    await expect(client().changed('Customer', ['name']).next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('throws what the server refused, with code, problems and what is there now', async () => {
    answers = [{ errors: [{ message: 'Somebody was faster.', extensions: { code: 'CONFLICT', version: 3, current: { name: 'B' } } }] }];
    const failure: unknown = await client().update('Customer', '1', { name: 'A' }, { ifVersion: 2 }).catch((error: unknown) => error);
    expect(isFailure(failure, 'CONFLICT') && failure.details).toEqual({ version: 3, current: { name: 'B' } });
    expect(isFailure(failure, 'NOT_FOUND')).toBe(false);
  });

  it('says so when the answer is not JSON', async () => {
    answers = ['<html>'];
    await expect(client().find('Customer', '1', ['id'])).rejects.toThrow('/graphql answered 200 with something that is not JSON.');
  });
});
