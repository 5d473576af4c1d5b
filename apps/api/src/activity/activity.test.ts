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

interface Thread {
  readonly id: string;
  readonly text: string | null;
  readonly parentId: string | null;
  readonly pinnedBy: { readonly name: string } | null;
  readonly reactions: readonly unknown[];
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

  it('keeps files with a comment, which stand nowhere else in what is shown with it', async () => {
    const [one, other] = [await makeCustomer('林小姐'), await makeCustomer('張先生')];
    const send = async (recordId: string) => (await test.app.inject({
      method: 'POST', url: `/attachments?object=Customer&recordId=${recordId}`, headers: { cookie: admin.cookie, 'x-guanxi-request': '1', 'content-type': 'multipart/form-data; boundary=b' },
      payload: '--b\r\ncontent-disposition: form-data; name="file"; filename="offer.txt"\r\ncontent-type: text/plain\r\n\r\nTwelve.\r\n--b--\r\n',
    })).json<{ id: string }>().id;
    const [file, strange] = [await send(one), await send(other)];
    const say = (attachments: readonly string[]) => admin.ask<{ addComment: { attachments: string[] } }>('mutation ($id: ID!, $files: [ID!]!) { addComment(object: "Customer", recordId: $id, text: "The offer", attachments: $files) { attachments } }', { id: one, files: attachments });
    expect((await say([strange])).errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    expect((await say(['nothing'])).errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    expect((await say([file])).data?.addComment.attachments).toEqual([file]);
    const kinds = async (parts: string) => (await admin.ask<{ timeline: { items: { kind: string; attachments: string[] }[] } }>(`query ($id: ID!) { timeline(object: "Customer", recordId: $id, parts: ${parts}) { items { kind attachments } } }`, { id: one })).data?.timeline.items;
    expect(await kinds('[COMMENTS, FILES]')).toEqual([{ kind: 'comment', attachments: [file] }]);
    expect(await kinds('[FILES]')).toEqual([{ kind: 'fileAdded', attachments: [] }]);
  });

  describe('threads', () => {
    const item = 'id text isDeleted parentId pinnedBy { name } reactions { reaction isMine people { name } } replies { id text parentId by { name } reactions { reaction } }';
    const threads = async (caller: Caller, recordId: string, parts = '[COMMENTS]') => (await caller.ask<{ timeline: { items: Thread[]; pinned: Thread[] } }>(`query ($id: ID!) { timeline(object: "Customer", recordId: $id, parts: ${parts}) { items { ${item} } pinned { ${item} } } }`, { id: recordId })).data?.timeline ?? { items: [], pinned: [] };
    const answer = (caller: Caller, recordId: string, text: string, parentId: string) => caller.ask<{ addComment: Thread }>('mutation ($recordId: ID!, $text: String!, $parentId: ID) { addComment(object: "Customer", recordId: $recordId, text: $text, parentId: $parentId) { id parentId } }', { recordId, text, parentId });
    const react = (caller: Caller, id: string | undefined, reaction: string, on = true) => caller.ask<{ reactToComment: Thread }>(`mutation ($id: ID!, $reaction: String!, $on: Boolean!) { reactToComment(id: $id, reaction: $reaction, on: $on) { ${item} } }`, { id, reaction, on });
    const pin = (caller: Caller, id: string | undefined, pinned = true) => caller.ask<{ pinComment: Thread }>(`mutation ($id: ID!, $pinned: Boolean!) { pinComment(id: $id, pinned: $pinned) { ${item} } }`, { id, pinned });

    it('hold answers under what they answer, and stand where the latest of them does', async () => {
      const recordId = await makeCustomer('陳美玲');
      const first = (await comment(admin, 'First', [], recordId)).data?.addComment.id ?? '';
      await comment(admin, 'Second', [], recordId);
      const reply = (await answer(colleague, recordId, 'To the first', first)).data?.addComment;
      expect(reply?.parentId).toBe(first);
      // An answer to an answer stands in the same thread.
      expect((await answer(admin, recordId, 'Thanks', reply?.id ?? '')).data?.addComment.parentId).toBe(first);
      expect((await threads(admin, recordId)).items).toMatchObject([{ text: 'First', replies: [{ text: 'To the first', by: { name: 'Mei' } }, { text: 'Thanks' }] }, { text: 'Second', replies: [] }]);
      await admin.ask('mutation ($id: ID!) { deleteComment(id: $id) }', { id: first });
      expect((await threads(admin, recordId)).items[0]).toMatchObject({ text: null, isDeleted: true, replies: [{ text: 'To the first' }, { text: 'Thanks' }] });
      expect((await answer(admin, recordId, 'Late', first)).errors?.[0]?.extensions.problems?.[0]).toMatchObject({ path: '/parentId' });
      expect((await answer(admin, customerId, 'Elsewhere', reply?.id ?? '')).errors?.[0]?.extensions.problems?.[0]).toMatchObject({ path: '/parentId' });
    });

    it('let everybody who may read the record say what they think, and pin', async () => {
      const recordId = await makeCustomer('林小華');
      const id = (await comment(admin, 'We won.', [], recordId)).data?.addComment.id;
      await react(admin, id, 'celebrate');
      await react(colleague, id, 'celebrate');
      expect((await react(colleague, id, 'celebrate')).data?.reactToComment.reactions).toEqual([{ reaction: 'celebrate', isMine: true, people: [{ name: 'Admin' }, { name: 'Mei' }] }]);
      expect((await react(colleague, id, 'celebrate', false)).data?.reactToComment.reactions).toEqual([{ reaction: 'celebrate', isMine: false, people: [{ name: 'Admin' }] }]);
      expect((await react(colleague, id, '<b>')).errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
      expect((await pin(colleague, id)).data?.pinComment.pinnedBy).toEqual({ name: 'Mei' });
      expect((await threads(admin, recordId)).pinned).toMatchObject([{ id, text: 'We won.' }]);
      expect((await threads(admin, recordId, '[CHANGES]')).pinned).toEqual([]);
      await pin(admin, id, false);
      expect((await threads(admin, recordId)).pinned).toEqual([]);
    });

    it('are closed to who may not read the record, who is named before anybody mentions them', async () => {
      const { data } = await admin.ask<{ createUser: { id: string } }>('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Outside', email: 'outside@guanxi.local', password: 'another password', permissionSets: [] } });
      const outside = await test.signIn('outside@guanxi.local', 'another password');
      const id = (await comment(admin, 'Between us.')).data?.addComment.id;
      for (const refused of [await react(outside, id, 'agree'), await pin(outside, id), await react(admin, "' or 1=1", 'agree')]) expect(refused.errors?.[0]?.extensions.problems?.[0]).toMatchObject({ path: '/id', code: 'not_found' });
      const ask = (caller: Caller) => caller.ask('query ($recordId: ID!, $people: [ID!]!) { mayNotRead(object: "Customer", recordId: $recordId, people: $people) }', { recordId: customerId, people: [colleagueId, data?.createUser.id] });
      expect((await ask(admin)).data).toEqual({ mayNotRead: [data?.createUser.id] });
      expect((await ask(outside)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    });
  });

  it('holds what is to be done about a record, for those who may read that', async () => {
    const recordId = await makeCustomer('黃先生');
    const actor = await test.app.get(Actors).forSystem(test.org, 'page');
    const result = await test.app.get(OrgDatabase).transaction(test.org, (tx) => test.app.get(RecordWriter).create(tx, actor, 'Task', [{ subject: 'Call him', customerId: recordId }]));
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    const ask = (caller: Caller) => caller.ask<{ timeline: unknown }>('query ($id: ID!) { timeline(object: "Customer", recordId: $id, parts: [TASKS]) { items { kind record { object name } } } }', { id: recordId });
    expect((await ask(admin)).data?.timeline).toEqual({ items: [{ kind: 'task', record: { object: 'Task', name: 'Call him' } }] });
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
