import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';

interface Bin {
  readonly deletedRecords: { readonly records: readonly { readonly object: string; readonly id: string; readonly name: string | null; readonly deletedBy: { readonly name: string } | null }[]; readonly next: string | null };
}

describe('the recycle bin', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('recycle bin');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(() => test.close());

  const records = async <Data>(query: string, variables = {}): Promise<Data> => {
    const { data, errors } = await admin.ask<Data>(query, variables, '/graphql');
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const bin = async (arguments_: string): Promise<Bin['deletedRecords']> => {
    const { data, errors } = await admin.ask<Bin>(`{ deletedRecords${arguments_} { records { object id name deletedBy { name } } next } }`);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.deletedRecords;
  };
  const make = async (name: string): Promise<string> => (await records<{ createCustomer: { id: string } }>('mutation ($name: String!) { createCustomer(data: { name: $name }) { id } }', { name })).createCustomer.id;
  const remove = (id: string) => records('mutation ($id: ID!) { deleteCustomer(id: $id) { id } }', { id });

  it('has what was deleted, the latest first, page by page, until it is brought back', async () => {
    const ids = [await make('Ada'), await make('Bea'), await make('Cid')];
    for (const id of ids) await remove(id);
    const [first, second, third] = [...ids].reverse();
    const page = await bin('(first: 2, object: "Customer")');
    expect(page.records.map(({ id, name }) => [id, name])).toEqual([[first, 'Cid'], [second, 'Bea']]);
    expect(page.records[0]?.deletedBy?.name).toBeTruthy();
    expect((await bin(`(first: 2, after: "${String(page.next)}")`)).records.map(({ id }) => id)).toEqual([third]);

    await records('mutation ($id: ID!) { restoreCustomer(id: $id) { id } }', { id: second });
    expect((await bin('')).records.map(({ id }) => id)).toEqual([first, third]);
    await remove(second ?? '');
    expect((await bin('(mine: true)')).records.map(({ id }) => id)).toEqual([second, first, third]);
  });

  it('keeps what was merged into another record out, and knows no object that is not there', async () => {
    const [into, from] = [await make('Dora'), await make('Dora B.')];
    await records('mutation ($into: ID!, $from: [ID!]!) { mergeCustomer(into: $into, from: $from) { id } }', { into, from: [from] });
    expect((await bin('')).records.map(({ id }) => id)).not.toContain(from);
    expect(await bin('(object: "Nothing")')).toEqual({ records: [], next: null });
  });
});
