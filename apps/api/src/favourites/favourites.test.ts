import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';

const MEI = { email: 'mei@guanxi.local', password: 'another password' };
const ADD = 'mutation ($favourite: FavouriteInput!) { added: addFavourite(favourite: $favourite) { id kind object recordName view path } }';

interface Kept { readonly id: string; readonly kind: string; readonly object: string | null; readonly recordName: string | null; readonly view: string | null; readonly path: string | null }

describe('favourites', () => {
  let test: TestApp;
  let admin: Caller;
  let mei: Caller;
  let customer: string;

  beforeAll(async () => {
    test = await startTestApp('favourites');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await admin.ask('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Mei', ...MEI, permissionSets: ['sales'] } });
    mei = await test.signIn(MEI.email, MEI.password);
    const made = await admin.ask<{ made: { id: string } }>('mutation { made: createCustomer(data: { name: "王大明" }) { id } }', {}, '/graphql');
    customer = made.data?.made.id ?? '';
  });
  afterAll(() => test.close());

  const add = (caller: Caller, favourite: object) => caller.ask<{ added: Kept }>(ADD, { favourite });
  const kept = async (caller: Caller) => (await caller.ask<{ favourites: Kept[] }>('{ favourites { id kind object recordName view path } }')).data?.favourites ?? [];
  const told = async (caller: Caller) => (await kept(caller)).map(({ recordName, view, path, object }) => recordName ?? path ?? `${object ?? ''}${view === null ? '' : `/${view}`}`);

  it('are records, lists and pages, each person’s own, in the order they give them', async () => {
    for (const favourite of [{ object: 'Customer', recordId: customer }, { object: 'Order' }, { path: '/setup/workflows' }, { object: 'Customer', view: 'all' }]) await add(admin, favourite);
    await add(admin, { object: 'Order' });
    expect(await told(admin)).toEqual(['王大明', 'Order', '/setup/workflows', 'Customer/all']);
    expect(await told(mei)).toEqual([]);
    const [first, , third] = await kept(admin);
    await admin.ask('mutation ($ids: [ID!]!) { arrangeFavourites(ids: $ids) { id } }', { ids: [third?.id, first?.id, first?.id, 'nonsense'] });
    expect(await told(admin)).toEqual(['/setup/workflows', '王大明', 'Order', 'Customer/all']);
    const remove = (caller: Caller) => caller.ask<{ gone: boolean }>('mutation ($id: ID!) { gone: removeFavourite(id: $id) }', { id: third?.id }).then(({ data }) => data?.gone);
    expect([await remove(mei), await remove(admin), await remove(admin)]).toEqual([false, true, false]);
  });

  it('of records follow their names, and are away while the record is in the recycle bin', async () => {
    const change = (text: string) => admin.ask(text, { id: customer }, '/graphql');
    await change('mutation ($id: ID!) { updateCustomer(id: $id, data: { name: "王小明" }) { id } }');
    expect(await told(admin)).toContain('王小明');
    await change('mutation ($id: ID!) { deleteCustomer(id: $id) { id } }');
    expect(await told(admin)).toEqual(['Order', 'Customer/all']);
    await change('mutation ($id: ID!) { restoreCustomer(id: $id) { id } }');
    expect(await told(admin)).toEqual(['王小明', 'Order', 'Customer/all']);
  });

  it('are refused for what is not there, what is not theirs to read and addresses of elsewhere', async () => {
    const code = async (caller: Caller, favourite: object) => (await add(caller, favourite)).errors?.[0]?.extensions.code;
    expect(await code(mei, { object: 'Customer', recordId: '01900000-0000-7000-8000-000000000000' })).toBe('NOT_FOUND');
    expect(await code(mei, { object: 'Nothing' })).toBe('NOT_FOUND');
    for (const wrong of [{}, { path: 'https://elsewhere.example' }, { path: '//elsewhere' }, { path: '/app/search?q=王大明' }, { object: 'Customer', recordId: 'x' }, { object: 'Customer', path: '/app' }]) {
      expect(await code(mei, wrong)).toBe('VALIDATION_FAILED');
    }
    expect(await told(mei)).toEqual([]);
  });
});
