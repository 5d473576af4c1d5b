import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { OrgDatabase } from '../../database/org-database.js';
import { Imports } from '../../exchange/imports/imports.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { Engine } from '../engine.js';
import { publishDocuments } from '../../testing/publish-documents.js';

const offer = {
  kind: 'object', name: 'Offer', title: 'Offer', type: 'object',
  properties: {
    name: { type: 'string', title: 'Name', maxLength: 80, guanxi: { id: 'f-offer-name', type: 'text', unique: true } },
    note: { type: 'string', title: 'Note', maxLength: 80, guanxi: { id: 'f-offer-note', type: 'text' } },
  },
  guanxi: { id: 'o-offer' },
};
const documents = [
  offer,
  { kind: 'permissions', name: 'offer-sales', title: 'Offer sales', objects: { Offer: { read: 'all', create: true, edit: 'all', delete: 'all', import: true } }, guanxi: { id: 'p-sales' } },
  { kind: 'queue', name: 'boss', title: 'Boss', members: ['boss@example.com'], choose: 'take', guanxi: { id: 'q-boss' } },
  {
    kind: 'workflow', name: 'ask', title: 'Ask', object: 'Offer', trigger: { created: {} }, when: "LEFT(name, 4) = 'Acme'", guanxi: { id: 'w-ask' },
    steps: [{ id: 's', action: 'approve', input: { title: 'Big discount', titles: { 'zh-TW': '大幅折扣' }, levels: [{ queue: 'boss' }] } }],
  },
];

/** Every way that a record is written asks the same statement. */
describe('the lock of an open approval', () => {
  let test: TestApp;
  let admin: Caller;
  let sales: Caller;
  let boss: Caller;
  let locked: string;
  let free: string;

  beforeAll(async () => {
    test = await startTestApp('record-lock');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await publishDocuments(admin, documents);
    for (const name of ['sales', 'boss']) await tell(admin, 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name, email: `${name}@example.com`, password: 'a password for tests', permissionSets: ['offer-sales'] } });
    await tell(admin, 'mutation { activateWorkflow(name: "ask", includePast: false) { active } }');
    sales = await test.signIn('sales@example.com', 'a password for tests');
    boss = await test.signIn('boss@example.com', 'a password for tests');
    const { createOffers } = await tell<{ createOffers: readonly { id: string }[] }>(sales, 'mutation { createOffers(data: [{ name: "Acme" }, { name: "Other" }]) { id } }', {}, '/graphql');
    [locked, free] = createOffers.map(({ id }) => id) as [string, string];
    while (await test.app.get(Engine, { strict: false }).work(test.org));
  });
  afterAll(() => test.close());

  async function tell<Data>(caller: Caller, query: string, variables: Readonly<Record<string, unknown>> = {}, path?: string): Promise<Data> {
    const { data, errors } = await caller.ask<Data>(query, variables, path);
    if (!data) throw new Error(JSON.stringify(errors));
    return data;
  }
  const problemsOf = async (caller: Caller, query: string, variables: Readonly<Record<string, unknown>>) => {
    const { errors = [] } = await caller.ask(query, variables, '/graphql');
    return errors.flatMap(({ extensions }) => extensions.problems ?? []).map(({ code, message }) => `${code}: ${message}`);
  };
  const noteOf = async (id: string) => (await tell<{ offer: { note: string | null } }>(admin, 'query ($id: ID!) { offer(id: $id) { note } }', { id }, '/graphql')).offer.note;
  const sentence = 'locked: This Offer is locked while the approval “Big discount” is open.';

  it('refuses a change of one record, as a form or a cell of a list sends it, and its deletion', async () => {
    expect(await problemsOf(sales, 'mutation ($id: ID!) { updateOffer(id: $id, data: { note: "x" }) { id } }', { id: locked })).toEqual([sentence]);
    expect(await problemsOf(sales, 'mutation ($id: ID!) { deleteOffer(id: $id) { id } }', { id: locked })).toEqual([sentence]);
    expect(await problemsOf(sales, 'mutation ($id: ID!) { updateOffer(id: $id, data: { note: "free" }) { id } }', { id: free })).toEqual([]);
  });

  it('says so in the language of whoever asks, with the approval as it is called there', async () => {
    await tell(sales, 'mutation { updatePreferences(locale: "zh-TW") { user { id } } }');
    expect(await problemsOf(sales, 'mutation ($id: ID!) { updateOffer(id: $id, data: { note: "x" }) { id } }', { id: locked })).toEqual(['locked: 簽核「大幅折扣」進行期間，這筆Offer已鎖定。']);
    await tell(sales, 'mutation { updatePreferences(locale: "en") { user { id } } }');
  });

  it('refuses it among many, and lets those through that are not locked where that is wished', async () => {
    expect(await problemsOf(sales, 'mutation ($data: [OfferRowInput!]!) { updateOffers(data: $data) { id } }', { data: [{ id: locked, data: { note: 'y' } }, { id: free, data: { note: 'y' } }] })).toEqual([sentence]);
    expect(await noteOf(free)).toBe('free');
    await sales.ask('mutation { updateOffersWhere(where: {}, data: { note: "all" }) { operationId } }', {}, '/graphql');
    expect(await noteOf(locked)).toBeNull();
  });

  it('leaves it out of an import, with the reason', async () => {
    const upload = await uploadFile('name,note\nAcme,from a file\n');
    const plan = { object: 'Offer', mode: 'upsert', matchBy: 'name', columns: [{ column: 'name', field: 'name' }, { column: 'note', field: 'note' }] };
    const { startImport } = await tell<{ startImport: { id: string } }>(sales, 'mutation ($upload: ID!, $plan: JSON!) { startImport(upload: $upload, plan: $plan, preview: false) { id } }', { upload, plan });
    await test.app.get(Imports, { strict: false }).runOpen(test.org);
    const { import: state } = await tell<{ import: object }>(sales, 'query ($id: ID!) { import(id: $id) { updated rejected rejectedSample { message } } }', { id: startImport.id });
    expect(state).toMatchObject({ updated: 0, rejected: 1, rejectedSample: [{ message: expect.stringContaining('Big discount') as string }] });
    expect(await noteOf(locked)).toBeNull();
  });

  it('does not hold up admins, those who decide, nor anybody once it is decided', async () => {
    expect(await problemsOf(admin, 'mutation ($id: ID!) { updateOffer(id: $id, data: { note: "by admin" }) { id } }', { id: locked })).toEqual([]);
    expect(await problemsOf(boss, 'mutation ($id: ID!) { updateOffer(id: $id, data: { note: "by boss" }) { id } }', { id: locked })).toEqual([]);
    const { approvals } = await tell<{ approvals: readonly { id: string; object: string }[] }>(boss, 'query { approvals { id object recordName } inboxCount }');
    expect(approvals).toMatchObject([{ object: 'Offer', recordName: 'Acme' }]);
    await tell(boss, 'mutation ($id: ID!) { decideApproval(id: $id, decision: APPROVE, comment: "Yes") { status } }', { id: approvals[0]?.id });
    expect(await problemsOf(sales, 'mutation ($id: ID!) { updateOffer(id: $id, data: { note: "by sales" }) { id } }', { id: locked })).toEqual([]);
    const { timeline } = await tell<{ timeline: { items: readonly { kind: string; text: string | null }[] } }>(sales, 'query ($id: ID!) { timeline(object: "Offer", recordId: $id) { items { kind text by { name } approval { title } } } }', { id: locked });
    expect(timeline.items.filter(({ kind }) => kind.startsWith('approval'))).toMatchObject([{ kind: 'approvalApproved', text: 'Yes', by: { name: 'boss' }, approval: { title: 'Big discount' } }, { kind: 'approvalAsked', by: { name: 'sales' } }]);
    const rows = await test.app.get(OrgDatabase, { strict: false }).session(test.org).run<{ kind: string }>(sql`select kind from ${orgTable(test.org.schema, 'notification')} order by at`);
    expect(rows.map(({ kind }) => kind)).toEqual(['approval', 'approval']);
  });

  async function uploadFile(content: string): Promise<string> {
    const payload = `--x\r\ncontent-disposition: form-data; name="file"; filename="offers.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n--x--\r\n`;
    const response = await test.app.inject({ method: 'POST', url: '/import/upload', headers: { cookie: sales.cookie, 'x-guanxi-request': '1', 'content-type': 'multipart/form-data; boundary=x' }, payload });
    return response.json<{ id: string }>().id;
  }
});
