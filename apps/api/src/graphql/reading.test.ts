import { isNonNullType, type GraphQLObjectType } from 'graphql';
import { sql } from 'kysely';
import type { Pace } from '../database/pace.js';
import { answerOperation } from './run/answer-operation.js';
import { agency } from './testing/agency-documents.js';
import { ADA, NOW, org, startShopApi, type Answer, type Person, type ShopApi } from './testing/shop-api.js';
import { statementOf } from './testing/statement-of.js';

let api: ShopApi;
beforeAll(async () => {
  api = await startShopApi(agency);
});
afterAll(() => api.close());

async function write(mutation: string, variables: Readonly<Record<string, unknown>> = {}, at = NOW): Promise<Record<string, string>> {
  const clock = { now: () => new Date(at) };
  const { data, errors } = JSON.parse(await answerOperation({ query: mutation, variables }, api.actor('ada'), { ...api.ports, clock })) as Answer;
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0] as Record<string, string>;
}

async function ask(query: string, given: { variables?: Readonly<Record<string, unknown>>; person?: Person; timeZone?: string; at?: string; extensions?: Readonly<Record<string, unknown>> } = {}) {
  const { variables = {}, person = 'ada', timeZone = 'Asia/Taipei', at = NOW, extensions = {} } = given;
  const ports = { ...api.ports, clock: { now: () => new Date(at) } };
  return JSON.parse(await answerOperation({ query, variables, extensions }, { ...api.actor(person), timeZone }, ports)) as Answer & { extensions?: { explain?: Record<string, unknown> } };
}

const refusalOf = async (query: string, variables = {}) => (await ask(query, { variables })).errors?.[0]?.message ?? 'nothing was refused';

describe('a record as it was', () => {
  let account: string;
  let deal: string;
  beforeAll(async () => {
    account = (await write('mutation { createAccount(data: { name: "Ann", channels: ["call"], limit: "100" }) { id } }', {}, '2026-01-01T00:00:00Z'))['id'] ?? '';
    deal = (await write('mutation ($id: ID!) { createDeal(data: { name: "First", accountId: $id, amount: "10", discount: "50", closedOn: "2026-02-01" }) { id } }', { id: account }, '2026-01-02T00:00:00Z'))['id'] ?? '';
    await write('mutation ($id: ID!) { updateAccount(id: $id, data: { name: "Anna", channels: ["call", "mail"], limit: null }) { id } }', { id: account }, '2026-01-03T00:00:00Z');
    await write('mutation ($id: ID!) { updateDeal(id: $id, data: { amount: "20", accountId: null, closedOn: null }) { id } }', { id: deal }, '2026-01-04T00:00:00Z');
    await write('mutation ($id: ID!) { updateAccount(id: $id, data: { name: "Bea" }) { id } }', { id: account }, '2026-01-05T00:00:00Z');
  });

  const read = 'query ($id: ID!, $at: DateTime) { deal(id: $id, asOf: $at) { amount net month closedOn version updatedAt updatedBy { name } account { name channels limit version } } }';
  const then = (at: string | null) => ask(read, { variables: { id: deal, at } }).then(({ data }) => data?.['deal']);

  it('has the values of then, what formulas make of them, and the records that references led to, as they were', async () => {
    expect(await then('2026-01-01T12:00:00Z')).toBeNull();
    expect(await then('2026-01-02T00:00:00Z')).toEqual({
      amount: '10.00', net: '5.00', month: '2026-02', closedOn: '2026-02-01', version: 1, updatedAt: '2026-01-02T00:00:00.000Z', updatedBy: { name: 'Ada' },
      account: { name: 'Ann', channels: ['call'], limit: '100.00', version: 1 },
    });
    expect(await then('2026-01-03T12:00:00Z')).toMatchObject({ amount: '10.00', account: { name: 'Anna', channels: ['call', 'mail'], limit: null, version: 2 } });
    expect(await then('2026-01-06T00:00:00Z')).toMatchObject({ amount: '20.00', net: '10.00', closedOn: null, version: 2, account: null });
    expect(await then(null)).toEqual(await then('2026-01-06T00:00:00Z'));
  });

  it('is there before it was put into the bin, and not while it lies in it', async () => {
    const product = await write('mutation { createProduct(data: { name: "Desk" }) { id } }', {}, '2026-01-01T00:00:00Z');
    await write('mutation ($id: ID!) { deleteProduct(id: $id) { id } }', product, '2026-01-02T00:00:00Z');
    const named = (at: string) => ask('query ($id: ID!, $at: DateTime) { product(id: $id, asOf: $at) { name } }', { variables: { ...product, at } }).then(({ data }) => data?.['product']);
    expect([await named('2026-01-01T12:00:00Z'), await named('2026-01-03T00:00:00Z')]).toEqual([{ name: 'Desk' }, null]);
  });

  it('refuses what no history tells', async () => {
    for (const field of ['deals { totalCount }', 'total', 'left', 'recent']) {
      expect(await refusalOf(`query ($id: ID!) { account(id: $id, asOf: "2026-01-03T00:00:00Z") { ${field} } }`, { id: account })).toContain('cannot be read "asOf" an earlier time');
    }
  });

  it('is nothing to those who may not read it now', async () => {
    expect((await ask(read, { variables: { id: deal, at: '2026-01-02T00:00:00Z' }, person: 'bob' })).errors?.[0]?.message).toMatch(/limit|Cannot query/);
    expect((await ask('query ($id: ID!) { deal(id: $id, asOf: "2026-01-02T00:00:00Z") { name } }', { variables: { id: deal }, person: 'bob' })).data).toEqual({ deal: null });
  });
});

describe('a query explained', () => {
  const query = '{ contacts(where: { fee: { gt: "7" } }) { nodes { taxNumber fee } } }';

  it('tells admins its statement, parameters, plan, cost and time', async () => {
    await write('mutation { createContact(data: { name: { last: "Turing" }, fee: "8", taxNumber: "A123456789" }) { id } }');
    const { data, extensions } = await ask(query, { extensions: { explain: true } });
    expect(data).toEqual({ contacts: { nodes: [{ taxNumber: 'A123456789', fee: '8.00' }] } });
    expect(extensions?.explain).toMatchObject({ parameters: ['7'], cost: { records: 50, depth: 1 }, plan: [{ Plan: { 'Node Type': expect.any(String) } }] });
    expect(extensions?.explain?.['sql']).toContain('"contact"');
    expect(extensions?.explain?.['milliseconds']).toBeGreaterThan(0);
    expect(JSON.stringify(extensions)).not.toContain('A123456789');
  });

  it('is not told to others, nor unasked', async () => {
    expect((await ask('{ deals { totalCount } }', { person: 'bob', extensions: { explain: true } })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await ask(query)).extensions).toBeUndefined();
  });
});

describe('periods', () => {
  const found = async (within: string, timeZone: string, at: string) =>
    ((await ask(`{ regions(where: { createdAt: { within: ${within} } }, orderBy: [{ name: ASC }]) { nodes { name } } }`, { timeZone, at })).data?.['regions'] as { nodes: { name: string }[] }).nodes.map(({ name }) => name);

  beforeAll(async () => {
    for (const [name, at] of [
      ['last of 2025 in Berlin', '2025-12-31T22:59:59.999Z'], ['first of 2026 in Berlin', '2025-12-31T23:00:00Z'],
      ['before the hour that is left out', '2026-03-29T00:59:59Z'], ['end of that short day', '2026-03-29T21:59:59Z'], ['the day after', '2026-03-29T22:00:00Z'],
      ['in the hour that comes twice', '2026-10-25T00:30:00Z'], ['in it again', '2026-10-25T01:30:00Z'], ['end of that long day', '2026-10-25T22:59:59Z'],
    ] as const) await write('mutation ($name: String!) { createRegion(data: { name: $name }) { id } }', { name }, at);
  });

  it.each([
    ['{ this: year }', 'Europe/Berlin', '2025-12-31T22:30:00Z', ['last of 2025 in Berlin']],
    ['{ this: day }', 'Europe/Berlin', '2025-12-31T23:30:00Z', ['first of 2026 in Berlin']],
    ['{ previous: day }', 'Europe/Berlin', '2025-12-31T23:30:00Z', ['last of 2025 in Berlin']],
    ['{ previous: year }', 'Asia/Taipei', '2026-01-05T00:00:00Z', []],
    ['{ this: day }', 'Europe/Berlin', '2026-03-29T12:00:00Z', ['before the hour that is left out', 'end of that short day']],
    ['{ following: day }', 'Europe/Berlin', '2026-03-29T12:00:00Z', ['the day after']],
    ['{ previous: week }', 'Europe/Berlin', '2026-03-30T12:00:00Z', ['before the hour that is left out', 'end of that short day']],
    ['{ last: { days: 1 } }', 'Europe/Berlin', '2026-10-25T12:00:00Z', ['end of that long day', 'in it again', 'in the hour that comes twice']],
    ['{ this: quarter }', 'America/New_York', '2026-10-24T12:00:00Z', ['end of that long day', 'in it again', 'in the hour that comes twice']],
    ['{ next: { days: 1 } }', 'Pacific/Apia', '2026-10-24T12:00:00Z', ['in it again', 'in the hour that comes twice']],
  ])('%s in %s at %s', async (within, timeZone, at, names) => {
    expect(await found(within, timeZone, at)).toEqual(names);
  });

  it('group by the hours, days and weeks of the person who asks', async () => {
    const group = async (by: string, key: string, timeZone: string) =>
      (await ask(`{ regions(where: { createdAt: { gte: "2026-03-01T00:00:00Z" } }) { groupBy(by: [{ field: createdAt, ${by} }]) { key { ${key} } count } } }`, { timeZone })).data?.['regions'];
    expect(await group('unit: day', 'createdAt', 'Europe/Berlin')).toEqual({
      groupBy: [{ key: { createdAt: '2026-03-28T23:00:00.000Z' }, count: 2 }, { key: { createdAt: '2026-03-29T22:00:00.000Z' }, count: 1 }, { key: { createdAt: '2026-10-24T22:00:00.000Z' }, count: 3 }],
    });
    expect(await group('part: hour', 'createdAtPart { hour }', 'Europe/Berlin')).toEqual({
      groupBy: [0, 1, 2, 23].map((hour) => ({ key: { createdAtPart: { hour } }, count: hour === 2 ? 2 : hour === 23 ? 2 : 1 })),
    });
    expect(await group('part: weekday', 'createdAtPart { weekday }', 'Asia/Taipei')).toEqual({
      groupBy: [{ key: { createdAtPart: { weekday: 1 } }, count: 3 }, { key: { createdAtPart: { weekday: 7 } }, count: 3 }],
    });
  });
});

describe('groups', () => {
  it.each([
    ['{ deals { groupBy(by: [{ field: products }]) { count } } }', 'does not exist in "DealAggregateField"'],
    ['{ deals { groupBy(by: [{}]) { count } } }', 'either "field" or "of"'],
    ['{ deals { groupBy(by: [{ field: stage, of: { account: { field: name } } }]) { count } } }', 'either "field" or "of"'],
    ['{ deals { groupBy(by: [{ of: { account: { field: name } } }]) { key { account { segment } } } } }', 'no account.segment in common'],
    ['{ deals { groupBy(by: [{ of: { account: { field: name } } }]) { key { account { deals { totalCount } } } } } }', 'no account.deals in common'],
    ['{ deals { groupBy(by: [{ field: closedOn, part: hour }]) { count } } }', 'it has no hour'],
    ['{ deals { groupBy(by: [{ field: closedOn, unit: month, part: weekday }]) { count } } }', 'either a "unit"'],
    ['{ deals { groupBy(by: [{ of: { account: { field: createdAt, part: hour } } }]) { count } } }', 'not for those that account leads to'],
    ['{ deals { groupBy(by: [{ field: stage }], orderBy: [{ key: { closedOnPart: { weekday: ASC } } }]) { count } } }', 'no closedOn weekday in common'],
    ['{ deals(orderBy: [{ name: ASC, stage: DESC }]) { totalCount } }', '[{ name: ASC }, { stage: ASC }]'],
  ])('%s is refused', async (query, reason) => {
    expect(await refusalOf(query)).toContain(reason);
  });
});

describe('GraphQL', () => {
  it('mixes answers about the schema with records, whatever variables the records take', async () => {
    const query = `query ($order: [AccountOrderBy!], $where: AccountWhere, $type: String!, $deep: Boolean = false) {
      __typename
      accounts(orderBy: $order, where: $where, first: 1) { nodes { name } }
      __type(name: $type) { name kind fields @include(if: $deep) { name } }
      again: __type(name: "Nothing") { name }
      __schema { queryType { ...Named } }
    } fragment Named on __Type { name }`;
    const { data, errors } = await ask(query, { variables: { order: [{ name: 'DESC' }], where: { name: { ne: null } }, type: 'Region' } });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ __typename: 'Query', __type: { name: 'Region', kind: 'OBJECT' }, again: null, __schema: { queryType: { name: 'Query' } } });
  });

  it('takes defaults of variables, and nulls where they say something', async () => {
    const query = 'query ($name: String = "Bea", $first: Int = 5, $on: Boolean! = true) { accounts(where: { name: { eq: $name } }, first: $first) { nodes { name @include(if: $on) __typename } } }';
    const nodes = async (variables: object) => ((await ask(query, { variables: { ...variables } })).data?.['accounts'] as { nodes: unknown[] }).nodes;
    expect(await nodes({})).toEqual([{ name: 'Bea', __typename: 'Account' }]);
    expect(await nodes({ name: null, first: null })).toEqual([]);
    expect(await nodes({ on: false })).toEqual([{ __typename: 'Account' }]);
    expect(await refusalOf('query ($on: Boolean = true) { accounts { totalCount @include(if: $on) } }', { on: null })).toContain('true or false');
    expect(await refusalOf('query ($id: ID = "x") { account(id: $id) { id } }', { id: null })).toContain('may not be null');
  });

  it('takes an empty list for what it is', async () => {
    expect((await ask('{ none: accounts(where: { id: { in: [] } }) { totalCount } all: accounts(where: { id: { notIn: [] }, AND: [] }, orderBy: []) { totalCount } or: accounts(where: { OR: [] }) { totalCount } }')).data).toMatchObject({
      none: { totalCount: 0 }, or: { totalCount: 0 },
    });
  });
});

describe('compiled statements', () => {
  const words = ['bind-me', '2026-07-07', '7777.77', '0192f0c1-2b3c-7d4e-8f50-0000000bad1d', '大王'] as const;
  const document = `query ($after: String) {
    deals(where: { OR: [{ name: { contains: "${words[0]}" } }, { closedOn: { gte: "${words[1]}" } }, { amount: { in: ["${words[2]}"] } }, { accountId: { eq: "${words[3]}" } }, { account: { name: { startsWith: "${words[4]}" } } }] },
      orderBy: [{ name: ASC }], after: $after, first: 7) { nodes { id } groupBy(by: [{ field: stage }], having: { max: { name: { eq: "${words[4]}" } } }) { count } }
    deal(id: "${words[3]}", asOf: "2026-07-07T07:07:07Z") { name }
  }`;

  it('hold nothing of what a request compares with', () => {
    const cursor = Buffer.from(JSON.stringify(['name id', 'a-cursor-name', words[3]])).toString('base64');
    const text = statementOf(api, document, { after: cursor }, 'ada');
    for (const word of [...words, 'a-cursor-name', '07:07']) expect(text).not.toContain(word);
    expect(text.match(/\$\d+/g)?.length).toBeGreaterThan(10);
  });

  it('are made once for an operation, a revision and a set of rights, whoever asks', async () => {
    const orgSchema = api.schemas.find(org.schema, 1, api.model(), api.actor('ada').access);
    const query = 'query ($name: String, $first: Int) { regions(where: { name: { eq: $name } }, first: $first) { nodes { name } } }';
    const prepared = orgSchema.prepare(query, undefined);
    if ('errors' in prepared) throw new Error('not valid');
    for (const [name, first] of [['a', 5], ['b', 5], ['c', 5], ['c', 6], [null, 5]] as const) await ask(query, { variables: { name, first } });
    expect(orgSchema.prepare(query, undefined)).toBe(prepared);
    // One for each size of a page, and one that asks for blanks.
    expect(prepared.plans.size).toBe(3);
    const { access } = api.actor('ada');
    expect(api.schemas.find(org.schema, 1, api.model(), { ...access, userId: 'somebody else' })).toBe(orgSchema);
    expect(api.schemas.find(org.schema, 1, api.model(), api.actor('bob').access)).not.toBe(orgSchema);
    expect(api.schemas.find(org.schema, 2, api.model(), access)).not.toBe(orgSchema);
  });

  it('are one for all root fields', async () => {
    const statements: string[] = [];
    const database = { ...api.ports.database, readBytes: (statement: { text: string; values: unknown[] }, way?: 'look-up' | Pace) => (statements.push(statement.text), api.ports.database.readBytes(statement, way)) };
    const query = `{ a: account(id: "${ADA}") { name } b: deals { totalCount } c: regions { nodes { name } } d: notes { edges { node { id } } } __typename }`;
    expect(JSON.parse(await answerOperation({ query }, api.actor('ada'), { ...api.ports, database: Object.assign(Object.create(api.ports.database) as typeof api.ports.database, database) }))).toMatchObject({ data: { a: null, __typename: 'Query' } });
    expect(statements).toHaveLength(1);
  });
});

it('filters by which object a polymorphic lookup points to, and by the record', async () => {
  const region = await write('mutation { createRegion(data: { name: "Here" }) { id } }');
  const account = await write('mutation ($id: ID!) { createAccount(data: { name: "Of the region", regionId: $id }) { id } }', region);
  await write('mutation ($id: ID!) { createNote(data: { name: "n1", regarding: { account: $id } }) { id } }', account);
  await write('mutation { createNote(data: { name: "n2" }) { id } }');
  const named = async (where: string) => ((await ask(`{ notes(where: { regarding: ${where} }, orderBy: [{ name: ASC }]) { nodes { name } } }`)).data?.['notes'] as { nodes: { name: string }[] }).nodes.map(({ name }) => name);
  expect(await named('{ isBlank: true }')).toEqual(['n2']);
  expect(await named('{ isBlank: false }')).toEqual(['n1']);
  expect(await named('{ account: {} }')).toEqual(['n1']);
  expect(await named('{ account: { region: { name: { eq: "Here" } } } }')).toEqual(['n1']);
  expect(await named('{ deal: {} }')).toEqual([]);
  expect((await ask('{ accounts(where: { notes: { some: { name: { eq: "n1" } }, none: { name: { eq: "n2" } } } }) { nodes { name } } }')).data).toEqual({ accounts: { nodes: [{ name: 'Of the region' }] } });
});

it('promises to be there only what the database cannot be without', async () => {
  const { schema } = api.schemas.find(org.schema, 1, api.model(), api.actor('ada').access);
  const columns = await api.run<{ place: string }>(sql`select c.relname || '.' || a.attname as place from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = ${org.schema}::regnamespace and a.attnotnull`);
  const kept = new Set(columns.map(({ place }) => place));
  const promised = api.model().objects.flatMap(({ name, table, fields }) => {
    const types = (schema.getType(name) as GraphQLObjectType | undefined)?.getFields() ?? {};
    return fields.filter((field) => field.column !== '' && isNonNullType(types[field.name]?.type)).map(({ column }) => `${table}.${column}`);
  });
  expect(promised.length).toBeGreaterThan(20);
  expect(promised.filter((place) => !kept.has(place))).toEqual([]);
});

it('leaves everyday names to the objects of an org', async () => {
  const period = { kind: 'object', name: 'Period', title: 'Period', type: 'object', properties: { name: { title: 'Name', type: 'string', maxLength: 80, guanxi: { id: '60000000-0000-4000-8000-000000000001', type: 'text' } } }, guanxi: { id: '60000000-0000-4000-8000-000000000002', nameField: 'name' } };
  await api.publish([...agency, period]);
  const { data, errors } = await ask('query ($within: PeriodFilter) { periods(where: { createdAt: { within: $within } }) { totalCount } __schema { types { name } } }', { variables: { within: { this: 'year' } } });
  expect(errors).toBeUndefined();
  expect(data?.['periods']).toEqual({ totalCount: 0 });
  await api.publish(agency);
});
