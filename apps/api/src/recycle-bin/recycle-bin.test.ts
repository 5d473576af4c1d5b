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

  it('deletes for good what is named or was deleted long ago, with what belongs to it, and says so', async () => {
    const [one, two] = [await make('Eve'), await make('Fay')];
    await remove(one);
    await remove(two);
    const ask = async <Data>(query: string, variables: object) => admin.ask<Data>(query, variables as Record<string, unknown>);
    const preview = await ask<{ purgePreview: object }>('query ($ids: [ID!]) { purgePreview(object: "Customer", ids: $ids) { records details { object count } comments files kept } }', { ids: [one, two] });
    expect(preview.data?.purgePreview).toEqual({ records: 2, details: [], comments: 0, files: 0, kept: 0 });
    const purge = 'mutation ($ids: [ID!], $before: DateTime, $expected: Int!) { purgeDeletedRecords(object: "Customer", ids: $ids, before: $before, expected: $expected) { records kept } }';
    expect((await ask(purge, { ids: [one, two], expected: 3 })).errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect((await ask(purge, { expected: 0 })).errors?.[0]?.extensions.problems?.[0]?.path).toBe('/ids');
    expect((await ask(purge, { ids: [one], expected: 1 })).data).toEqual({ purgeDeletedRecords: { records: 1, kept: 0 } });
    expect((await bin('')).records.map(({ id }) => id)).not.toContain(one);
    const { rows } = await test.database.pool.query(`select changes from "${test.org.schema}"._history where record_id = $1`, [one]);
    expect(rows.every(({ changes }: { changes: object }) => Object.keys(changes).length === 0) && rows.length > 0).toBe(true);
    const told = await ask<{ operations: { kind: string; title: string; undoable: boolean }[] }>('{ operations(first: 1) { kind title undoable } }', {});
    expect(told.data?.operations).toEqual([{ kind: 'PURGE', title: expect.stringContaining('for good') as unknown, undoable: false }]);
    const all = (await ask<{ purgePreview: { records: number } }>('query ($before: DateTime) { purgePreview(object: "Customer", before: $before) { records } }', { before: new Date(Date.now() + 60_000) })).data?.purgePreview.records ?? 0;
    expect(all).toBeGreaterThan(0);
    expect((await ask(purge, { before: new Date(Date.now() + 60_000), expected: all })).data).toEqual({ purgeDeletedRecords: { records: all, kept: 0 } });
    expect((await bin('')).records).toEqual([]);
  });

  it('leaves no share of what is deleted for good, nor what happened to it', async () => {
    const id = await make('Gus');
    const me = await admin.ask<{ users: { id: string }[] }>('{ users { id } }');
    const other = await admin.ask<{ createUser: { id: string } }>('mutation { createUser(input: { name: "Pat", email: "pat@example.com", password: "a good password", permissionSets: [] }) { id } }');
    expect(me.data?.users).toHaveLength(1);
    const shared = await admin.ask('mutation ($id: ID!, $to: ID!) { shareRecord(object: "Customer", recordId: $id, with: [{ kind: USER, id: $to }], access: READ) { shares { id } } }', { id, to: other.data?.createUser.id });
    expect(shared.errors).toBeUndefined();
    const left = async () => (await test.database.pool.query<{ shares: number; events: number }>(`select (select count(*)::int from "${test.org.schema}"._share where record_id = $1) as shares, (select count(*)::int from "${test.org.schema}"._share_event where record_id = $1) as events`, [id])).rows[0];
    await remove(id);
    // It may come back, and is shared as before then.
    expect(await left()).toEqual({ shares: 1, events: 1 });
    await admin.ask('mutation ($ids: [ID!]) { purgeDeletedRecords(object: "Customer", ids: $ids, expected: 1) { records } }', { ids: [id] });
    expect(await left()).toEqual({ shares: 0, events: 0 });
  });

  it('goes with details below it, and keeps what others need', async () => {
    const customer = await make('Gus');
    const [order] = (await records<{ orders: { id: string }[] }>('mutation ($id: ID!) { orders: createOrders(data: [{ customerId: $id }]) { id } }', { id: customer }).catch(() => ({ orders: [] }))).orders;
    await remove(customer);
    const preview = await admin.ask<{ purgePreview: { records: number; kept: number } }>('query ($ids: [ID!]) { purgePreview(object: "Customer", ids: $ids) { records kept details { object count } } }', { ids: [customer] });
    expect(preview.errors).toBeUndefined();
    const { records: going = 0, kept = 0 } = preview.data?.purgePreview ?? {};
    expect([going + kept, order === undefined || kept + going === 1]).toEqual([1, true]);
    const done = await admin.ask<{ purgeDeletedRecords: object }>('mutation ($ids: [ID!], $expected: Int!) { purgeDeletedRecords(object: "Customer", ids: $ids, expected: $expected) { records kept } }', { ids: [customer], expected: going });
    expect(done.data?.purgeDeletedRecords).toEqual({ records: going, kept });
  });

  it('keeps what is on legal hold until the hold is lifted', async () => {
    const customer = await make('Hal');
    const placed = await admin.ask<{ placeHold: { id: string } }>('mutation ($id: ID!) { placeHold(object: "Customer", recordId: $id, reason: "A dispute") { id } }', { id: customer });
    expect(placed.errors).toBeUndefined();
    await remove(customer);
    const purge = async (expected: number) => (await admin.ask<{ purgeDeletedRecords: object }>('mutation ($ids: [ID!], $expected: Int!) { purgeDeletedRecords(object: "Customer", ids: $ids, expected: $expected) { records kept } }', { ids: [customer], expected })).data?.purgeDeletedRecords;
    expect(await purge(0)).toEqual({ records: 0, kept: 1 });
    await admin.ask('mutation ($id: ID!) { liftHold(id: $id) { id } }', { id: placed.data?.placeHold.id ?? '' });
    expect(await purge(1)).toEqual({ records: 1, kept: 0 });
  });

  it('keeps what was merged into another record out, and knows no object that is not there', async () => {
    const [into, from] = [await make('Dora'), await make('Dora B.')];
    await records('mutation ($into: ID!, $from: [ID!]!) { mergeCustomer(into: $into, from: $from) { id } }', { into, from: [from] });
    expect((await bin('')).records.map(({ id }) => id)).not.toContain(from);
    expect(await bin('(object: "Nothing")')).toEqual({ records: [], next: null });
  });
});
