import { sql } from 'kysely';
import { org, startShopApi, type ShopApi } from '../testing/shop-api.js';
import { customer, order, sales } from '../testing/shop-documents.js';

// One record by itself goes a shorter way than the same beside another root field: both have to come to the same.
let api: ShopApi;
const table = (name: string) => sql.id(org.schema, name);

beforeAll(async () => {
  api = await startShopApi([customer, order, sales]);
}, 60_000);
afterAll(() => api.close());
beforeEach(() => api.run(sql`truncate ${table('customer')}, ${table('order')}, ${table('_history')}, ${table('_event')}, ${table('_operation')} cascade`));

const WAYS = { short: '', long: ' beside: __typename' } as const;
type Way = keyof typeof WAYS;
const making = (way: Way) => `mutation ($data: CustomerCreate!) { one: createCustomer(data: $data) { name code rating version }${WAYS[way]} }`;
const changing = (way: Way) => `mutation ($id: ID!, $ifVersion: Int, $data: CustomerUpdate!) { one: updateCustomer(id: $id, ifVersion: $ifVersion, data: $data) { name code rating version }${WAYS[way]} }`;

async function told(query: string, variables: object): Promise<unknown> {
  const { data, errors } = await api.ask(query, variables as Record<string, unknown>);
  return { one: (data as { one?: unknown } | null)?.one ?? null, errors: errors?.map(({ message, extensions }) => ({ message, ...extensions })) };
}

const history = () => api.run(sql`select h.kind, h.changes, h.source, h.operation_id is not null as joined, e.lane from ${table('_history')} h left join ${table('_event')} e on e.history_id = h.id order by h.id`);

async function eachWay(go: (way: Way) => Promise<unknown>): Promise<readonly unknown[]> {
  const outcomes: unknown[] = [];
  for (const way of ['short', 'long'] as const) {
    await api.run(sql`truncate ${table('customer')}, ${table('order')}, ${table('_history')}, ${table('_event')} cascade`);
    // Twice: the second time by what was kept of the first.
    outcomes.push([await go(way), await go(way), await history()]);
  }
  return outcomes;
}

async function made(values: object): Promise<string> {
  const { data } = await api.ask('mutation ($data: CustomerCreate!) { createCustomer(data: $data) { id } }', { data: values });
  return (data as { createCustomer: { id: string } }).createCustomer.id;
}

it.each([
  ['is made', { name: 'Ada', rating: 3 }],
  ['is made with blanks', { name: ' Ada ', code: '  ', rating: null }],
  ['is refused for what is wrong with its values', { name: '', email: 'no', rating: 2 }],
  ['is refused for a value that another record has', { name: 'Ada', code: 'K1' }],
])('one record %s either way', async (_, data) => {
  const [short, long] = await eachWay((way) => told(making(way), { data }));
  expect(short).toEqual(long);
});

it.each([
  ['is changed', { data: { name: 'Bob', rating: 4 } }],
  ['is left alone where nothing differs', { data: { name: 'Ada' } }],
  ['is left alone where nothing is said', { data: {} }],
  ['is refused for its version', { ifVersion: 7, data: { name: 'Bob' } }],
  ['is refused for what is wrong with its values', { data: { name: null, email: 'no' } }],
  ['is refused for a value that another record has', { data: { code: 'K1' } }],
])('one record %s either way', async (_, variables) => {
  const [short, long] = await eachWay(async (way) => {
    await api.run(sql`delete from ${table('customer')}`);
    await made({ name: 'Other', code: 'K1' });
    return told(changing(way), { id: await made({ name: 'Ada' }), ...variables });
  });
  expect(short).toEqual(long);
});

it('what is not there, and what is no id, is told either way', async () => {
  for (const id of ['00000000-0000-7000-8000-000000000404', 'no id']) {
    const [short, long] = await eachWay((way) => told(changing(way), { id, data: { name: 'Bob' } }));
    expect(short).toEqual(long);
  }
});
