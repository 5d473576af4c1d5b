import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { Imports } from '../exchange/imports/imports.js';

const workflow = {
  kind: 'workflow', name: 'tidyCustomers', title: 'Tidy customers', object: 'Customer',
  trigger: { beforeSave: { on: ['create', 'update'] } },
  steps: [
    { id: 'forbid', action: 'branch', input: { cases: [{ name: 'test', when: "CONTAINS(name, 'test')" }] }, paths: { test: [{ id: 'no', action: 'refuse', input: { message: { text: 'No test customers.', titles: { de: 'Keine Testkunden.', 'zh-TW': '不接受測試客戶。' } }, shownAt: 'name' } }], otherwise: [] } },
    { id: 'first', action: 'branch', input: { cases: [{ name: 'isNew', when: 'ISNEW()' }, { name: 'changed', when: 'ISCHANGED(name)' }] }, paths: {
      isNew: [{ id: 'set', action: 'updateRecord', input: { values: { city: "'Neu'" } } }],
      changed: [{ id: 'keep', action: 'compute', input: { name: 'before', formula: 'PRIORVALUE(name)' } }, { id: 'note', action: 'updateRecord', input: { values: { city: "'früher ' & $Run.before" } } }],
      otherwise: [],
    } },
    { id: 'trim', action: 'updateRecord', input: { values: { name: 'UPPER(name)' } } },
  ],
  guanxi: { id: '7d1de0b7-5f3c-4a58-8f07-0f3a0b3f1a01' },
};

describe('a workflow that acts before saves', () => {
  let test: TestApp;
  let admin: Caller;
  beforeAll(async () => {
    test = await startTestApp('before-save');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    const { saveDraft } = await ask<{ saveDraft: object }>('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path message } } }', { documents: [workflow] });
    expect(saveDraft).toEqual({ problems: [] });
    await publish();
  });
  afterAll(() => test.close());

  async function ask<Data = Record<string, never>>(query: string, variables: object = {}, path?: string): Promise<Data> {
    const { data, errors } = await admin.ask<Data>(query, variables as Readonly<Record<string, unknown>>, path);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  async function publish(): Promise<void> {
    const { draft } = await ask<{ draft: { baseRevision: number } }>('{ draft { baseRevision } }');
    const { publish: outcome } = await ask<{ publish: { problems: object[] } }>('mutation ($base: Int!) { publish(baseRevision: $base, consents: []) { problems { message } } }', { base: draft.baseRevision });
    expect(outcome.problems).toEqual([]);
  }

  const create = (...names: string[]) => admin.ask<{ createCustomers: { id: string; name: string; city: string | null }[] }>('mutation ($data: [CustomerCreate!]!) { createCustomers(data: $data) { id name city } }', { data: names.map((name) => ({ name, city: 'Linz' })) }, '/graphql');

  it('sets fields of the record, in the order of its steps, and refuses others with what the admin wrote', async () => {
    const { data } = await create('ada', 'bob');
    expect(data?.createCustomers).toMatchObject([{ name: 'ADA', city: 'Neu' }, { name: 'BOB', city: 'Neu' }]);
    const { errors } = await create('good one', 'a test');
    expect(errors?.[0]?.extensions.problems).toMatchObject([{ path: expect.stringMatching(/\/1\/name$/) as string, code: 'rule', message: 'No test customers.' }]);
    expect((await ask<{ customers: { totalCount: number } }>('{ customers { totalCount } }', {}, '/graphql')).customers.totalCount).toBe(2);
  });

  it('knows what the record was, and leaves that in its history', async () => {
    const { data } = await create('cyd');
    const id = data?.createCustomers[0]?.id;
    const changed = await ask('mutation ($id: ID!) { updateCustomer(id: $id, data: { name: "dora" }) { name city } }', { id }, '/graphql');
    expect(changed).toEqual({ updateCustomer: { name: 'DORA', city: 'früher CYD' } });
    expect(await ask('mutation ($id: ID!) { updateCustomer(id: $id, data: { name: "DORA" }) { name city } }', { id }, '/graphql')).toEqual({ updateCustomer: { name: 'DORA', city: 'früher CYD' } });
    const { rows } = await test.database.pool.query(`select changes from "${test.org.schema}"._history where record_id = $1 order by id`, [id]);
    expect(rows).toEqual([{ changes: expect.objectContaining({ name: [null, 'CYD'], city: [null, 'Neu'] }) as object }, { changes: { name: ['CYD', 'DORA'], city: ['Neu', 'früher CYD'] } }]);
  });

  it('acts on changes by filter and on imports as on any save', async () => {
    await create('eve');
    const { updateCustomersWhere: bulk } = await ask<{ updateCustomersWhere: object }>('mutation { updateCustomersWhere(where: { name: { eq: "EVE" } }, data: { name: "eva" }) { matched changed } }', {}, '/graphql');
    expect(bulk).toEqual({ matched: 1, changed: 1 });
    const boundary = 'x-test-boundary';
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="c.csv"\r\ncontent-type: text/csv\r\n\r\nname\nfay\ntest two\n\r\n--${boundary}--\r\n`;
    const upload = await test.app.inject({ method: 'POST', url: '/import/upload', headers: { cookie: admin.cookie, 'x-guanxi-request': '1', 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
    const { startImport } = await ask<{ startImport: { id: string } }>('mutation ($upload: ID!, $plan: JSON!) { startImport(upload: $upload, plan: $plan, preview: false) { id } }', { upload: upload.json<{ id: string }>().id, plan: { object: 'Customer', mode: 'create', columns: [{ column: 'name', field: 'name' }] } });
    await test.app.get(Imports, { strict: false }).runOpen(test.org);
    expect(await ask('query ($id: ID!) { import(id: $id) { status created rejected rejectedSample { row column message } } }', startImport)).toEqual({ import: { status: 'DONE', created: 1, rejected: 1, rejectedSample: [{ row: 3, column: 'name', message: 'No test customers.' }] } });
    const { rows } = await test.database.pool.query<{ name: string; city: string }>(`select name, city from "${test.org.schema}".customer where name in ('EVA', 'FAY') order by name`);
    expect(rows).toEqual([{ name: 'EVA', city: 'früher EVE' }, { name: 'FAY', city: 'Neu' }]);
  });

  it('is switched within its document, for every save from then on', async () => {
    await ask('mutation { deactivateWorkflow(name: "tidyCustomers") { active } }');
    expect((await create('a test')).data?.createCustomers).toMatchObject([{ name: 'a test', city: 'Linz' }]);
    expect(await ask('mutation { activateWorkflow(name: "tidyCustomers", includePast: false) { active } }')).toEqual({ activateWorkflow: { active: true } });
    expect((await create('a test')).data?.createCustomers ?? null).toBeNull();
  });

  it('may do nothing that reaches beyond the record', async () => {
    const steps = [{ id: 'task', action: 'createRecord', input: { object: 'Task', values: { subject: "'x'" } } }];
    const { saveDraft } = await ask<{ saveDraft: { problems: { path: string; message: string }[] } }>('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path message } } }', { documents: [{ ...workflow, steps }] });
    expect(saveDraft.problems).toContainEqual({ path: expect.stringMatching(/\/steps\/0\/action$/) as string, message: expect.stringContaining('Before a record is saved nothing else can be done') as string });
  });
});
