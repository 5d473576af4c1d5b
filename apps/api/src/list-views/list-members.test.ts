import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';

const PASSWORD = 'another password';
const LIST = { object: 'Customer', title: 'Fair in Taipei', isList: true, content: {} };

describe('lists that people keep by hand', () => {
  let test: TestApp;
  let admin: Caller;
  let mei: Caller;
  let meiId: string;
  let ids: readonly string[];

  const must = async <Data>(caller: Caller, query: string, variables: object = {}, path?: string): Promise<Data> => {
    const { data, errors } = await caller.ask<Data>(query, variables as Record<string, unknown>, path);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const keep = async (caller: Caller, more: object = {}) => (await must<{ saved: { id: string } }>(caller, 'mutation ($view: ListViewInput!) { saved: saveListView(view: $view) { id isList } }', { view: { ...LIST, ...more } })).saved.id;
  const add = (caller: Caller, list: string, of: readonly string[]) => caller.ask<{ ids: string[] }>('mutation ($list: ID!, $ids: [ID!]!) { ids: addToList(list: $list, ids: $ids) }', { list, ids: of });
  const take = (caller: Caller, list: string, of: readonly string[]) => caller.ask<{ ids: string[] }>('mutation ($list: ID!, $ids: [ID!]!) { ids: removeFromList(list: $list, ids: $ids) }', { list, ids: of });
  const names = async (caller: Caller, where: object) => (await must<{ page: { nodes: { name: string }[] } }>(caller, 'query ($where: CustomerWhere) { page: customers(where: $where, orderBy: [{ name: ASC }]) { nodes { name } } }', { where }, '/graphql')).page.nodes.map(({ name }) => name);
  const create = async (caller: Caller, name: string) => (await must<{ made: { id: string } }>(caller, 'mutation ($name: String!) { made: createCustomer(data: { name: $name }) { id } }', { name }, '/graphql')).made.id;

  beforeAll(async () => {
    test = await startTestApp('list-members');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    const { made } = await must<{ made: { id: string } }>(admin, 'mutation ($input: UserInput!) { made: createUser(input: $input) { id } }', { input: { name: 'Mei', email: 'mei@guanxi.local', password: PASSWORD, permissionSets: ['sales'] } });
    meiId = made.id;
    mei = await test.signIn('mei@guanxi.local', PASSWORD);
    ids = await Promise.all(['Aber', 'Bella', 'Cato'].map((name) => create(admin, `${name} of the list`)));
  });
  afterAll(() => test.close());

  it('hold what was put on them, and are asked for like any filter', async () => {
    const list = await keep(mei);
    expect((await add(mei, list, ids.slice(0, 2))).data?.ids.sort()).toEqual(ids.slice(0, 2).toSorted());
    expect((await add(mei, list, ids)).data?.ids).toEqual([ids[2]]);
    expect((await take(mei, list, [ids[1] ?? ''])).data?.ids).toEqual([ids[1]]);
    expect(await names(mei, { id: { onList: list } })).toEqual(['Aber of the list', 'Cato of the list']);
    expect(await names(mei, { NOT: { id: { onList: list } }, name: { endsWith: 'of the list' } })).toEqual(['Bella of the list']);
    expect((await must<{ on: string[] }>(mei, 'query ($id: ID!) { on: listsOfRecord(recordId: $id) }', { id: ids[0] })).on).toEqual([list]);
  });

  it('are for those alone who see them, and changed by those who may change them', async () => {
    const list = await keep(mei);
    await add(mei, list, ids);
    expect(await names(admin, { id: { onList: list } })).toEqual([]);
    expect((await add(admin, list, ids)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const theirs = await keep(admin, { audience: [{ kind: 'USER', id: meiId }] });
    await add(admin, theirs, ids);
    expect(await names(mei, { id: { onList: theirs } })).toHaveLength(3);
    expect((await take(mei, theirs, ids)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('take no records that somebody may not read, nor such that are none', async () => {
    const list = await keep(mei);
    const order = '0190a3f0-0000-7000-8000-00000000dead';
    expect((await add(mei, list, [order, 'nonsense'])).data?.ids).toEqual([]);
    expect((await mei.ask('mutation ($view: ListViewInput!) { saveListView(view: $view) { id } }', { view: { ...LIST, object: 'Nothing' } })).errors?.[0]?.extensions.problems?.[0]?.path).toBe('/view/object');
    const view = await keep(mei, { isList: false });
    expect((await add(mei, view, ids)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await add(mei, list, Array.from({ length: 1001 }, () => ids[0] ?? ''))).errors?.[0]?.extensions.problems?.[0]?.path).toBe('/ids');
    expect((await mei.ask('{ customers(where: { id: { onList: "nonsense" } }) { totalCount } }', {}, '/graphql')).errors?.[0]?.message).toContain('nonsense');
  });

  it('keep the record that stays of a merge, until the merge is undone', async () => {
    const list = await keep(admin);
    const [one, other] = await Promise.all([create(admin, 'Dora stays'), create(admin, 'Dora goes')]);
    await add(admin, list, [other]);
    await must(admin, 'mutation ($into: ID!, $from: [ID!]!) { mergeCustomer(into: $into, from: $from) { id } }', { into: one, from: [other] }, '/graphql');
    expect(await names(admin, { id: { onList: list } })).toEqual(['Dora stays']);
    const { operations } = await must<{ operations: readonly { id: string }[] }>(admin, '{ operations(kinds: [MERGE], first: 1) { id } }');
    await must(admin, 'mutation ($id: ID!) { undoOperation(id: $id) { id } }', { id: operations[0]?.id });
    expect(await names(admin, { id: { onList: list } })).toEqual(['Dora goes']);
  });
});
