import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';

interface Item {
  readonly kind: string;
  readonly action: string | null;
  readonly object: string | null;
  readonly recordName: string | null;
  readonly sentences: readonly string[];
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[] | null;
  readonly revision: number | null;
}

describe('the audit log', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('audit');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    for (const query of [
      'mutation { createCustomer(data: { name: "Ada", city: "Bern" }) { id } }',
      'mutation { createCustomers(data: [{ name: "Bea" }, { name: "Cid" }, { name: "Dan" }]) { id } }',
    ]) {
      const { errors } = await admin.ask(query, {}, '/graphql');
      if (errors) throw new Error(JSON.stringify(errors));
    }
  });
  afterAll(() => test.close());

  const log = async (arguments_ = ''): Promise<{ items: readonly Item[]; next: string | null }> => {
    const { data, errors } = await admin.ask<{ auditLog: { items: readonly Item[]; next: string | null } }>(`{ auditLog${arguments_} { items { kind action object recordName sentences changes revision } next } }`);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.auditLog;
  };

  it('tells changes of records one by one, of many at once as one, and what was published', async () => {
    const { items } = await log('(kinds: [RECORD, OPERATION, PUBLISHING, AUTOMATION])');
    expect(items.map(({ kind, action, recordName, revision }) => [kind, action ?? revision, recordName])).toEqual([
      ['OPERATION', null, null], ['RECORD', 'created', 'Ada'], ['PUBLISHING', 1, null],
    ]);
    expect(items[0]?.sentences).toEqual([expect.stringContaining('3')]);
    expect(items[1]?.changes).toContainEqual({ field: 'city', from: null, to: 'Bern' });
  });

  it('goes on where a page ended, whatever list its entries came from', async () => {
    const all = (await log()).items;
    const paged: Item[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof log>> = await log(`(first: 1${after === null ? '' : `, after: ${JSON.stringify(after)}`})`);
      paged.push(...page.items);
      after = page.next;
    } while (after !== null);
    expect(paged).toEqual(all);
  });

  it('is given as a file by the same filter, with names of records in the recycle bin', async () => {
    const made = await admin.ask<{ createCustomer: { id: string } }>('mutation { createCustomer(data: { name: "=Gone" }) { id } }', {}, '/graphql');
    await admin.ask('mutation ($id: ID!) { deleteCustomer(id: $id) { id } }', { id: made.data?.createCustomer.id }, '/graphql');
    const fetchFile = (path: string, cookie = admin.cookie) => test.app.inject({ method: 'GET', url: `/export/${path}`, headers: { cookie } });
    const lines = (await fetchFile('audit-log.ndjson?kinds=RECORD&object=Customer')).payload.trim().split('\n').map((line) => JSON.parse(line) as { action: string; recordName: string });
    expect(lines.map(({ action, recordName }) => [action, recordName])).toEqual([['deleted', '=Gone'], ['created', '=Gone'], ['created', 'Ada']]);
    const csv = (await fetchFile('audit-log.csv')).payload;
    expect(csv).toMatch(/^\uFEFFat,kind,by,/);
    expect(csv).not.toMatch(/,=Gone/);
    expect((await fetchFile('audit-log.ndjson?from=yesterday')).payload).toBe('');
    expect((await fetchFile('audit-log.csv', '')).statusCode).toBe(401);
    expect((await log('(kinds: [RECORD])')).items[0]).toMatchObject({ action: 'deleted', recordName: '=Gone' });
    const { rows } = await test.database.pool.query(`delete from "${test.org.schema}"._history where record_id = $1`, [made.data?.createCustomer.id]);
    expect(rows).toEqual([]);
  });

  it('is narrowed by kind, object and time', async () => {
    expect((await log('(kinds: [PUBLISHING])')).items).toHaveLength(1);
    expect((await log('(object: "Customer", kinds: [RECORD, OPERATION])')).items).toHaveLength(2);
    expect((await log('(object: "Order")')).items).toEqual([]);
    expect((await log('(to: "2001-01-01T00:00:00Z")')).items).toEqual([]);
    expect((await log('(actorId: "01890000-0000-7000-8000-000000000000")')).items).toEqual([]);
  });
});
