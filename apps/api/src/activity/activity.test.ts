import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { OrgDatabase } from '../database/org-database.js';
import { Actors } from '../access/actors.js';
import { RecordWriter } from '../records/record-writer.js';

const COLLEAGUE = { email: 'mei@guanxi.local', password: 'another password' };

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly text: string | null;
  readonly by: { readonly name: string } | null;
  readonly changes: readonly { readonly field: string; readonly to: unknown; readonly toName?: string }[] | null;
  readonly mayDelete: boolean;
}

describe('activity on a record', () => {
  let test: TestApp;
  let admin: Caller;
  let colleague: Caller;
  let colleagueId: string;
  let customerId: string;

  beforeAll(async () => {
    test = await startTestApp('activity');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    const { data } = await admin.ask<{ createUser: { id: string } }>('mutation ($input: UserInput!) { createUser(input: $input) { id } }', {
      input: { name: 'Mei', ...COLLEAGUE, permissionSets: ['sales'] },
    });
    colleagueId = data?.createUser.id ?? '';
    colleague = await test.signIn(COLLEAGUE.email, COLLEAGUE.password);
    customerId = await makeCustomer('王小明');
  });
  afterAll(() => test.close());

  async function makeCustomer(name: string): Promise<string> {
    const { org } = test;
    const actor = await test.app.get(Actors).forSystem(org, 'page');
    const result = await test.app.get(OrgDatabase).transaction(org, (tx) => test.app.get(RecordWriter).create(tx, actor, 'Customer', [{ name }]));
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    return result.ids[0] ?? '';
  }

  const comment = (caller: Caller, text: string, mentions: readonly string[] = [], recordId = customerId) =>
    caller.ask<{ addComment: Item }>(
      'mutation ($recordId: ID!, $text: String!, $mentions: [ID!]!) { addComment(object: "Customer", recordId: $recordId, text: $text, mentions: $mentions) { id text by { name } mayDelete } }',
      { recordId, text, mentions },
    );
  const timeline = async (caller: Caller, first = 50, after: string | null = null) => {
    const { data } = await caller.ask<{ timeline: { items: Item[]; next: string | null } }>(
      'query ($id: ID!, $first: Int!, $after: String) { timeline(object: "Customer", recordId: $id, first: $first, after: $after) { items { id kind text by { name } changes mayDelete } next } }',
      { id: customerId, first, after },
    );
    return data?.timeline ?? { items: [], next: null };
  };
  const notifications = async (caller: Caller) => {
    const { data } = await caller.ask<{ notifications: { id: string; kind: string; text: string; recordName: string; read: boolean }[]; unreadCount: number }>(
      '{ notifications { id kind text recordName read } unreadCount }',
    );
    return data ?? { notifications: [], unreadCount: -1 };
  };

  it('shows comments and changes together, newest first, page by page', async () => {
    await comment(admin, 'She likes jazz.');
    const { items } = await timeline(admin);
    expect(items.map(({ kind }) => kind)).toEqual(['comment', 'created']);
    expect(items[0]).toMatchObject({ text: 'She likes jazz.', by: { name: 'Admin' }, mayDelete: true });
    expect(items[1]?.changes).toContainEqual(expect.objectContaining({ field: 'name', to: '王小明' }));
    const first = await timeline(admin, 1);
    expect(first.items.map(({ kind }) => kind)).toEqual(['comment']);
    expect((await timeline(admin, 1, first.next)).items.map(({ kind }) => kind)).toEqual(['created']);
  });

  it('notifies who is mentioned, and who is answered', async () => {
    await comment(admin, 'Please call her, @Mei.', [colleagueId]);
    const told = await notifications(colleague);
    expect(told).toMatchObject({ unreadCount: 1, notifications: [{ kind: 'mention', text: 'Please call her, @Mei.', recordName: '王小明', read: false }] });
    await comment(colleague, 'Done.');
    expect((await notifications(admin)).notifications[0]).toMatchObject({ kind: 'comment', text: 'Done.' });
    const { data } = await colleague.ask('mutation { markRead(all: true) }');
    expect(data).toEqual({ markRead: 0 });
  });

  it('lets people delete their own comments only', async () => {
    const { data } = await comment(admin, 'Not for long.');
    const id = data?.addComment.id;
    expect((await colleague.ask('mutation ($id: ID!) { deleteComment(id: $id) }', { id })).data).toEqual({ deleteComment: false });
    expect((await admin.ask('mutation ($id: ID!) { deleteComment(id: $id) }', { id })).data).toEqual({ deleteComment: true });
    expect((await timeline(admin)).items.some((item) => item.id === id)).toBe(false);
  });

  it('lets people change the words of their own comments, and tells who is mentioned only then', async () => {
    const { data } = await comment(admin, 'Call herr.');
    const id = data?.addComment.id;
    const edit = 'mutation ($id: ID!, $text: String!, $mentions: [ID!]!) { editComment(id: $id, text: $text, mentions: $mentions) { text editedAt mayEdit mentions { name } } }';
    expect((await colleague.ask(edit, { id, text: 'No.', mentions: [] })).errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    const before = (await notifications(colleague)).unreadCount;
    expect((await admin.ask(edit, { id, text: 'Call her, @Mei.', mentions: [colleagueId] })).data).toEqual({ editComment: { text: 'Call her, @Mei.', editedAt: expect.any(String), mayEdit: true, mentions: [{ name: 'Mei' }] } });
    await admin.ask(edit, { id, text: 'Call her today, @Mei.', mentions: [colleagueId] });
    expect((await notifications(colleague)).unreadCount).toBe(before + 1);
    expect((await admin.ask(edit, { id, text: ' ', mentions: [] })).errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    const { items } = await timeline(colleague);
    expect(items.find((item) => item.id === id)).toMatchObject({ text: 'Call her today, @Mei.' });
    await admin.ask('mutation ($id: ID!) { deleteComment(id: $id) }', { id });
    expect((await admin.ask(edit, { id, text: 'Again', mentions: [] })).errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
  });

  it('refuses blank comments and mentions of people who could not read them', async () => {
    expect((await comment(admin, '  ')).errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    const { data } = await admin.ask<{ createUser: { id: string } }>('mutation ($input: UserInput!) { createUser(input: $input) { id } }', {
      input: { name: 'Nobody', email: 'nobody@guanxi.local', password: 'another password', permissionSets: [] },
    });
    const refused = await comment(admin, 'Look, @Nobody.', [data?.createUser.id ?? '']);
    expect(refused.errors?.[0]?.extensions.problems?.[0]).toMatchObject({ path: '/mentions', code: 'cannot_read' });
  });

  it('knows of no record for who may not read it, nor of one that never was', async () => {
    const stranger = await test.signIn('nobody@guanxi.local', 'another password');
    const read = (caller: Caller, recordId: string) => caller.ask('query ($recordId: ID!) { timeline(object: "Customer", recordId: $recordId) { next } }', { recordId });
    const [hidden, never, hostile] = [await read(stranger, customerId), await read(admin, '0190a000-0000-7000-8000-000000000000'), await read(admin, "' or 1=1")];
    for (const answer of [hidden, never, hostile]) expect(answer.errors?.[0]).toMatchObject({ message: 'There is no such record.', extensions: { code: 'NOT_FOUND' } });
  });
});
