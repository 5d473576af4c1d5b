import { GraphQLObjectType } from 'graphql';
import { sql } from 'kysely';
import { agency, seller } from './testing/agency-documents.js';
import { org, startShopApi, type ShopApi } from './testing/shop-api.js';

let api: ShopApi;
beforeAll(async () => {
  api = await startShopApi(agency);
});
afterAll(() => api.close());
afterEach(() => expect(api.failures()).toEqual([]));

async function create(object: string, data: Record<string, unknown>): Promise<string> {
  const { data: answer, errors } = await api.ask(`mutation ($data: ${object}Create!) { create${object}(data: $data) { id } }`, { data });
  if (errors) throw new Error(JSON.stringify(errors));
  return (answer as Record<string, { id: string }>)[`create${object}`]?.id ?? '';
}

function fieldsOf(type: string, person: 'ada' | 'bob'): readonly string[] {
  const { schema } = api.schemas.find(org.schema, 1, api.model(), api.actor(person).access);
  return Object.keys((schema.getType(type) as GraphQLObjectType).getFields());
}

describe('what is worked out of what a person may not read', () => {
  it('is not in their schema, however many formulas lie between', () => {
    const all = fieldsOf('Account', 'ada');
    const some = fieldsOf('Account', 'bob');
    // The limit is hidden, and regions are; "isBig" reads "left", which reads the limit.
    expect(all.filter((name) => !some.includes(name)).sort()).toEqual(['contacts', 'isBig', 'left', 'limit', 'region', 'taxed']);
    const deals = fieldsOf('Deal', 'bob');
    expect(['net', 'month', 'isMine'].every((name) => deals.includes(name))).toBe(true);
    expect(['place', 'share'].some((name) => deals.includes(name))).toBe(false);
  });

  it('cannot be filtered, ordered, grouped or added up by either', async () => {
    for (const query of [
      '{ accounts(where: { left: { gt: "1" } }) { totalCount } }',
      '{ accounts(orderBy: [{ isBig: ASC }]) { totalCount } }',
      '{ accounts { groupBy(by: [{ field: taxed }]) { count } } }',
      '{ accounts { aggregate { sum { left } } } }',
    ]) {
      expect((await api.ask(query, {}, 'bob')).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
  });
});

describe('values of the other kinds go in as they come out', () => {
  it('takes parts, lists, pointers to several objects and lists of many to many', async () => {
    const account = await create('Account', { name: 'Ann', channels: ['mail', 'call'] });
    const lamp = await create('Product', { name: 'Lamp', price: '20' });
    const deal = await create('Deal', { name: 'First', accountId: account, amount: '80', products: { add: [lamp] } });
    await create('Note', { name: 'Of the deal', regarding: { deal } });
    await create('Contact', { name: { first: 'Ada', last: 'Lovelace' }, home: { city: 'London', country: 'gb' }, position: { latitude: '51.50', longitude: '0' }, answers: { a: [1] } });
    const { data, errors } = await api.ask(`{
      accounts { nodes { channels } }
      deals { nodes { net products { nodes { name } } } }
      notes { nodes { regarding { ... on Deal { name } } regardingAccountId } }
      contacts { nodes { name { text } home { city country } position { latitude } answers } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      accounts: { nodes: [{ channels: ['call', 'mail'] }] },
      deals: { nodes: [{ net: '80.00', products: { nodes: [{ name: 'Lamp' }] } }] },
      notes: { nodes: [{ regarding: { name: 'First' }, regardingAccountId: null }] },
      contacts: { nodes: [{ name: { text: 'Ada Lovelace' }, home: { city: 'London', country: 'GB' }, position: { latitude: '51.5' }, answers: { a: [1] } }] },
    });
  });

  it('answers what is worked out of a written record in the same operation', async () => {
    const account = await create('Account', { name: 'Bea', limit: '10' });
    const document = 'mutation ($a: ID!) { createDeal(data: { accountId: $a, amount: "30", discount: "10" }) { net isMine account { total left } } }';
    expect((await api.ask(document, { a: account })).data).toEqual({ createDeal: { net: '27.00', isMine: true, account: { total: '30.00', left: '-20.00' } } });
  });

  it('points to one object at a time', async () => {
    const { errors } = await api.ask('mutation ($id: ID!) { createNote(data: { name: "x", regarding: { deal: $id, account: $id } }) { id } }', { id: '0192f0c1-2b3c-7d4e-8f50-123456789abc' });
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

it('lets people add details only to masters that they may change', async () => {
  const deal = await create('Deal', { name: 'Of Ada' });
  const own = await api.ask('mutation { createDeal(data: { name: "Of Bob" }) { id } }', {}, 'bob');
  const add = 'mutation ($deal: ID!) { createDealLine(data: { name: "x", dealId: $deal }) { deal { name } } }';
  expect((await api.ask(add, { deal }, 'bob')).errors?.[0]?.extensions['problems']).toMatchObject([{ path: '/dealId', code: 'reference-not-found' }]);
  expect((await api.ask(add, { deal: (own.data as { createDeal: { id: string } }).createDeal.id }, 'bob')).data).toEqual({ createDealLine: { deal: { name: 'Of Bob' } } });
});

it('keeps encrypted text from the database, and shows it to who may read it', async () => {
  const made = await api.ask('mutation { createContact(data: { name: { last: "Turing" }, taxNumber: "A123456789" }) { id taxNumber account { id } } }');
  expect(made.data).toMatchObject({ createContact: { taxNumber: 'A123456789', account: null } });
  const stored = await api.run<{ tax: string; changes: string }>(sql`select c.tax_number as tax, h.changes::text as changes from ${sql.id(org.schema, 'contact')} c
    join ${sql.id(org.schema, '_history')} h on h.record_id = c.id where c.tax_number is not null`);
  expect(stored).toHaveLength(1);
  expect(stored[0]?.tax).toMatch(/^g1:/);
  expect(JSON.stringify(stored)).not.toContain('A123456789');
  const read = '{ contacts(where: { taxNumber: { isBlank: false } }) { edges { node { tax: taxNumber name { last } } } nodes { taxNumber } } }';
  expect((await api.ask(read)).data).toEqual({ contacts: { edges: [{ node: { tax: 'A123456789', name: { last: 'Turing' } } }], nodes: [{ taxNumber: 'A123456789' }] } });
  const again = await api.ask('mutation ($id: ID!) { updateContact(id: $id, data: { taxNumber: "A123456789" }) { version taxNumber } }', { id: (made.data as { createContact: { id: string } }).createContact.id });
  expect(again.data).toEqual({ updateContact: { version: 1, taxNumber: 'A123456789' } });
});

it('has a master that may be seen but not changed keep its details as they are', async () => {
  await api.publish([...agency.slice(0, -1), { ...seller, objects: { ...seller.objects, Deal: { read: 'all', create: true, edit: 'own' } } }]);
  const deal = await create('Deal', { name: 'Seen by all' });
  const line = await create('DealLine', { name: 'a', dealId: deal });
  expect((await api.ask('query ($id: ID!) { dealLine(id: $id) { name } }', { id: line }, 'bob')).data).toEqual({ dealLine: { name: 'a' } });
  const change = 'mutation ($id: ID!) { updateDealLine(id: $id, data: { name: "b" }) { id } }';
  expect((await api.ask(change, { id: line }, 'bob')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const add = 'mutation ($deal: ID!) { createDealLine(data: { name: "x", dealId: $deal }) { id } }';
  expect((await api.ask(add, { deal }, 'bob')).errors?.[0]?.extensions['problems']).toMatchObject([{ code: 'reference-not-found' }]);
  await api.publish(agency);
});

describe('groups', () => {
  it.each([
    ['{ deals { groupBy(by: []) { count } } }', 'at least one field'],
    ['{ deals { groupBy(by: [{ field: stage }, { field: stage }]) { count } } }', 'twice'],
    ['{ deals { groupBy(by: [{ field: stage }]) { key { month } } } }', 'no month in common'],
    ['{ deals { groupBy(by: [{ field: stage, unit: month }]) { count } } }', 'no place in the calendar'],
    ['{ deals { groupBy(by: [{ field: stage }], first: 5000) { count } } }', 'between 0 and 1000'],
  ])('%s is refused', async (query, reason) => {
    const { errors } = await api.ask(query);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors?.[0]?.message).toContain(reason);
  });

  it('take their keys and conditions as variables', async () => {
    const document = `query ($by: [DealAggregateBy!]!, $having: DealAggregateHaving, $orderBy: [DealAggregateOrderBy!]) {
      deals(where: { name: { startsWith: "V-" } }) { groupBy(by: $by, having: $having, orderBy: $orderBy) { key { closedOn } count } }
    }`;
    for (const closedOn of ['2026-01-05', '2026-01-20', '2026-02-01']) await create('Deal', { name: `V-${closedOn}`, closedOn });
    const by = [{ field: 'closedOn', unit: 'month' }];
    expect((await api.ask(document, { by, orderBy: [{ key: { closedOn: 'DESC' } }] })).data).toEqual({
      deals: { groupBy: [{ key: { closedOn: '2026-02-01' }, count: 1 }, { key: { closedOn: '2026-01-01' }, count: 2 }] },
    });
    expect((await api.ask(document, { by, having: { count: { gt: 1 } } })).data).toEqual({ deals: { groupBy: [{ key: { closedOn: '2026-01-01' }, count: 2 }] } });
    expect((await api.ask('query ($x: DealAggregateNothing) { deals { aggregate { count } } }')).errors?.[0]?.message).toContain('DealAggregateNothing');
  });

  it('leaves out what a person may not see', async () => {
    await create('Deal', { name: 'Hidden from Bob', amount: '999', stage: 'lost' });
    const query = '{ deals(where: { stage: { eq: "lost" } }) { aggregate { count sum { amount } } groupBy(by: [{ field: stage }]) { key { stage } count } } }';
    expect((await api.ask(query, {}, 'bob')).data).toEqual({ deals: { aggregate: { count: 0, sum: { amount: null } }, groupBy: [] } });
    expect((await api.ask(query)).data).toMatchObject({ deals: { aggregate: { count: 1, sum: { amount: '999.00' } } } });
  });
});

it('finds a stored formula by its index', async () => {
  await api.run(sql`insert into ${sql.id(org.schema, 'deal')} (id, name, amount, discount, owner_id, created_by, created_at, updated_by, updated_at, version)
    select gen_random_uuid(), 'Deal ' || i, i, 0, u.id, u.id, now(), u.id, now(), 1 from generate_series(1, 3000) i, (select id from ${sql.id(org.schema, '_user')} limit 1) u`);
  await api.run(sql`create index on ${sql.id(org.schema, 'deal')} (net) where deleted_at is null`);
  await api.run(sql`analyze ${sql.id(org.schema, 'deal')}`);
  const plan = await api.run<{ 'QUERY PLAN': string }>(sql`explain select id from ${sql.id(org.schema, 'deal')} t0 where t0.deleted_at is null and t0.net >= ${'2999.5'}::numeric order by t0.net limit 50`);
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index/);
});

describe('the uses of fields by programs', () => {
  it('are counted wherever a field is named', async () => {
    api.uses();
    await api.ask('{ deals(where: { account: { segment: { eq: "retail" } } }, orderBy: [{ month: ASC }]) { nodes { net notes { nodes { name } } } aggregate { max { closedOn } } } }');
    const names = api.uses().map(({ object, field }) => `${object}.${field}`).sort();
    expect(names).toEqual(['Account.segment', 'Deal.account', 'Deal.closedOn', 'Deal.month', 'Deal.net', 'Note.name', 'Note.regardingDeal']);
    await api.ask('mutation { createProduct(data: { name: "Chair" }) { price } }');
    expect(api.uses().map(({ object, field }) => `${object}.${field}`).sort()).toEqual(['Product.name', 'Product.price']);
  });
});
