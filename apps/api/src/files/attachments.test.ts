import { createHash } from 'node:crypto';
import { ADMIN, startTestApp, type Answer, type Caller, type TestApp } from '../testing/test-app.js';
import { AttachmentSweep } from './attachment-sweep.js';
import { FileSweep } from './file-sweep.js';
import { publishDocuments } from '../testing/publish-documents.js';

interface Attached {
  readonly id: string;
  readonly name: string;
  readonly recordName: string | null;
  readonly version: number;
  readonly versions: number;
  readonly contentType: string;
  readonly size: number;
  readonly canChange: boolean;
  readonly url: string;
}

const PDF = Buffer.from('%PDF-1.4\nnot much of one');
const FIELDS = 'id name object recordName version versions contentType size canChange url changedBy { name }';
const everything = { read: 'all', create: true, edit: 'all', delete: 'all' };

describe('attachments', () => {
  let test: TestApp;
  let admin: Caller;
  let reader: Caller;
  let owner: Caller;
  let stranger: Caller;

  beforeAll(async () => {
    test = await startTestApp('attachments', { GUANXI_MAX_FILE_SIZE: '1' });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await publish([
      { kind: 'permissions', name: 'readers', title: 'Readers', objects: { Customer: { read: 'all' } }, guanxi: { id: 'a-readers' } },
      { kind: 'permissions', name: 'owners', title: 'Owners', objects: { Customer: { ...everything, read: 'own', edit: 'own', delete: 'own' } }, guanxi: { id: 'a-owners' } },
    ]);
    reader = await invite('reader@example.com', ['readers']);
    owner = await invite('owner@example.com', ['owners']);
    stranger = await invite('stranger@example.com', []);
  }, 180_000);
  afterAll(() => test.close());

  async function ask<Data>(caller: Caller, query: string, variables: Readonly<Record<string, unknown>> = {}, path?: string): Promise<Data> {
    const { data, errors } = await caller.ask<Data>(query, variables, path);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }
  async function publish(documents: readonly object[]): Promise<void> {
    await publishDocuments(admin, documents);
  }
  async function invite(email: string, permissionSets: readonly string[]): Promise<Caller> {
    await ask(admin, 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: email, email, password: 'another password for tests', permissionSets } });
    return test.signIn(email, 'another password for tests');
  }
  const make = async (name: string, caller = admin): Promise<string> => (await ask<{ made: { id: string } }>(caller, 'mutation ($name: String!) { made: createCustomer(data: { name: $name }) { id } }', { name }, '/graphql')).made.id;

  function send(caller: Caller, url: string, content: Buffer | string, fileName: string) {
    const payload = Buffer.concat([Buffer.from(`--edge\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n--edge--\r\n')]);
    return test.app.inject({ method: 'POST', url, headers: { cookie: caller.cookie, 'x-guanxi-request': '1', 'content-type': 'multipart/form-data; boundary=edge' }, payload });
  }
  async function attach(caller: Caller, recordId: string | undefined, content: Buffer | string, fileName: string): Promise<string> {
    const response = await send(caller, recordId === undefined ? '/attachments' : `/attachments?object=Customer&recordId=${recordId}`, content, fileName);
    expect([response.statusCode, response.body]).toEqual([201, expect.any(String)]);
    return response.json<{ id: string }>().id;
  }
  const get = (caller: Caller, id: string, query = '') => test.app.inject({ method: 'GET', url: `/attachments/${id}${query}`, headers: { cookie: caller.cookie } });
  const files = async (caller: Caller, recordId: string, more = ''): Promise<readonly Attached[]> =>
    (await ask<{ attachments: { attachments: readonly Attached[] } }>(caller, `query ($id: ID!) { attachments(object: "Customer", recordId: $id${more}) { attachments { ${FIELDS} } } }`, { id: recordId })).attachments.attachments;
  const mine = async (caller: Caller, words = ''): Promise<readonly string[]> =>
    (await ask<{ myFiles: { attachments: readonly Attached[] } }>(caller, `{ myFiles${words} { attachments { name } } }`)).myFiles.attachments.map(({ name }) => name);
  const codeOf = async (answer: Promise<Answer<unknown>>) => (await answer).errors?.[0]?.extensions.code;
  const timeline = async (caller: Caller, recordId: string) =>
    (await ask<{ timeline: { items: readonly { kind: string; by: { name: string } | null; file: { name: string; version: number; before: string | null } | null }[] } }>(
      caller, 'query ($id: ID!) { timeline(object: "Customer", recordId: $id) { items { kind by { name } file { name version before } } } }', { id: recordId })).timeline.items;

  it('hang on a record, and are given back byte for byte with a name that can be downloaded', async () => {
    const record = await make('Ada');
    const id = await attach(admin, record, PDF, '合約.pdf');
    expect(await files(admin, record)).toEqual([expect.objectContaining({ id, name: '合約.pdf', recordName: 'Ada', version: 1, versions: 1, contentType: 'application/pdf', size: PDF.length, canChange: true, changedBy: { name: 'Admin' } })]);
    const shown = await get(admin, id);
    expect(shown.rawPayload.equals(PDF)).toBe(true);
    expect(shown.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringMatching(/^inline; .*UTF-8''%E5%90%88%E7%B4%84.pdf$/) });
    const text = await attach(admin, record, 'hello', 'hello.txt');
    for (const download of [await get(admin, text), await get(admin, id, '?download')]) {
      expect(download.headers).toMatchObject({ 'content-disposition': expect.stringMatching(/^attachment; /), 'content-security-policy': "default-src 'none'; sandbox" });
    }
    expect((await files(admin, record, ', search: "HELL"')).map(({ name }) => name)).toEqual(['hello.txt']);
  });

  it('get a number where the name is taken', async () => {
    const record = await make('Bea');
    for (const name of ['a.txt', 'A.txt', 'a.txt']) await attach(admin, record, 'x', name);
    expect((await files(admin, record, ', order: NAME')).map(({ name }) => name)).toEqual(['A (2).txt', 'a (3).txt', 'a.txt']);
  });

  it('can be seen by who may read the record and changed by who may edit it, and by nobody else', async () => {
    const record = await make('Cid');
    const id = await attach(admin, record, 'secret', 'secret.txt');
    expect((await files(reader, record))[0]).toMatchObject({ name: 'secret.txt', canChange: false });
    expect((await get(reader, id)).body).toBe('secret');
    for (const caller of [owner, stranger]) {
      expect(await codeOf(caller.ask('query ($id: ID!) { attachments(object: "Customer", recordId: $id) { next } }', { id: record }))).toBe('NOT_FOUND');
      expect((await get(caller, id)).statusCode).toBe(404);
      expect((await send(caller, `/attachments?object=Customer&recordId=${record}`, 'x', 'x.txt')).statusCode).toBe(404);
      expect(await mine(caller)).toEqual([]);
    }
    expect((await send(reader, `/attachments?object=Customer&recordId=${record}`, 'x', 'x.txt')).statusCode).toBe(403);
    expect((await send(reader, `/attachments/${id}/versions`, 'x', 'x.txt')).statusCode).toBe(403);
    for (const change of ['removeAttachments(ids: [$id])', 'renameAttachment(id: $id, name: "y") { id }', 'makeAttachmentVersionCurrent(id: $id, number: 1) { id }']) {
      expect(await codeOf(reader.ask(`mutation ($id: ID!) { ${change} }`, { id }))).toBe('FORBIDDEN');
      expect(await codeOf(stranger.ask(`mutation ($id: ID!) { ${change} }`, { id }))).toBe('NOT_FOUND');
    }
    expect((await test.app.inject({ method: 'GET', url: `/attachments/${id}` })).statusCode).toBe(401);
  });

  it('are out of reach for who uploaded them and may no longer read the record', async () => {
    const record = await make('Dan', owner);
    const id = await attach(owner, record, 'mine once', 'once.txt');
    const { rows: [version] } = await test.database.pool.query<{ file_id: string }>(`select file_id from "${test.org.schema}"._attachment_version where attachment_id = $1`, [id]);
    const byFile = () => test.app.inject({ method: 'GET', url: `/files/${version?.file_id ?? ''}`, headers: { cookie: owner.cookie } });
    expect([(await get(owner, id)).statusCode, (await byFile()).statusCode]).toEqual([200, 200]);
    const { session } = await ask<{ session: { user: { id: string } } }>(admin, '{ session { user { id } } }');
    await ask(admin, 'mutation ($id: ID!, $owner: ID!) { updateCustomer(id: $id, data: { ownerId: $owner }) { id } }', { id: record, owner: session.user.id }, '/graphql');
    expect([(await get(owner, id)).statusCode, (await byFile()).statusCode]).toEqual([404, 404]);
  });

  it('that are one’s own are seen by nobody else, not even by an admin', async () => {
    const id = await attach(reader, undefined, 'my notes', 'notes.md');
    expect(await mine(reader, '(scope: OWN)')).toEqual(['notes.md']);
    expect(await mine(reader, '(scope: RECORDS)')).not.toContain('notes.md');
    expect(await mine(admin)).not.toContain('notes.md');
    expect((await get(admin, id)).statusCode).toBe(404);
    expect(await codeOf(admin.ask('mutation ($id: ID!) { removeAttachments(ids: [$id]) }', { id }))).toBe('NOT_FOUND');
    expect((await send(reader, '/attachments?object=Customer', 'x', 'x.txt')).statusCode).toBe(400);
  });

  it('are replaced by versions, of which any can be the current one', async () => {
    const record = await make('Eve');
    const id = await attach(admin, record, 'first', 'offer.txt');
    expect((await send(admin, `/attachments/${id}/versions?note=with%20discount`, 'second, longer', 'whatever.txt')).statusCode).toBe(201);
    expect(await files(admin, record)).toEqual([expect.objectContaining({ name: 'offer.txt', version: 2, versions: 2, size: 14 })]);
    const { attachmentVersions } = await ask<{ attachmentVersions: readonly { number: number; note: string | null; isCurrent: boolean; sha256: string; url: string }[] }>(
      reader, 'query ($id: ID!) { attachmentVersions(id: $id) { number note isCurrent sha256 url } }', { id });
    expect(attachmentVersions).toEqual([
      expect.objectContaining({ number: 2, note: 'with discount', isCurrent: true }),
      expect.objectContaining({ number: 1, note: null, isCurrent: false, sha256: createHash('sha256').update('first').digest('hex'), url: `/attachments/${id}?version=1` }),
    ]);
    expect([(await get(reader, id)).body, (await get(reader, id, '?version=1')).body, (await get(reader, id, '?version=9')).statusCode]).toEqual(['second, longer', 'first', 404]);
    await ask(admin, 'mutation ($id: ID!) { makeAttachmentVersionCurrent(id: $id, number: 1) { version } }', { id });
    expect((await get(reader, id)).body).toBe('first');
    expect(await codeOf(admin.ask('mutation ($id: ID!) { makeAttachmentVersionCurrent(id: $id, number: 7) { id } }', { id }))).toBe('NOT_FOUND');
    await ask(admin, 'mutation ($id: ID!) { renameAttachment(id: $id, name: "Offer 2026.txt") { name } }', { id });
    expect((await timeline(reader, record)).map(({ kind, file }) => [kind, file?.name, file?.version])).toEqual([
      ['fileRenamed', 'Offer 2026.txt', 1], ['fileVersion', 'offer.txt', 1], ['fileReplaced', 'offer.txt', 2], ['fileAdded', 'offer.txt', 1], ['created', undefined, undefined],
    ]);
    expect((await timeline(reader, record))[0]).toMatchObject({ by: { name: 'Admin' }, file: { before: 'offer.txt' } });
  });

  it('go on two at a time without losing a version', async () => {
    const id = await attach(admin, await make('Fay'), 'first', 'a.txt');
    const answers = await Promise.all(['b', 'c', 'd'].map((content) => send(admin, `/attachments/${id}/versions`, content, 'a.txt')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    const { attachmentVersions } = await ask<{ attachmentVersions: readonly { number: number }[] }>(admin, 'query ($id: ID!) { attachmentVersions(id: $id) { number } }', { id });
    expect(attachmentVersions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  });

  it('are removed and brought back, and forgotten after 30 days', async () => {
    const record = await make('Gil');
    const [kept, gone] = [await attach(admin, record, 'kept', 'kept.txt'), await attach(admin, record, 'gone', 'gone.txt')];
    await ask(admin, 'mutation ($ids: [ID!]!) { removeAttachments(ids: $ids) }', { ids: [kept, gone] });
    expect([await files(admin, record), await files(reader, record, ', removed: true')]).toEqual([[], []]);
    expect((await files(admin, record, ', removed: true, order: NAME')).map(({ name }) => name)).toEqual(['gone.txt', 'kept.txt']);
    expect((await get(admin, kept)).statusCode).toBe(404);
    expect(await codeOf(admin.ask('mutation ($id: ID!) { renameAttachment(id: $id, name: "x") { id } }', { id: kept }))).toBe('CONFLICT');
    await ask(admin, 'mutation ($id: ID!) { restoreAttachments(ids: [$id]) { id } }', { id: kept });
    await test.database.pool.query(`update "${test.org.schema}"._attachment set deleted_at = deleted_at - interval '31 days'`);
    await test.database.pool.query(`update "${test.org.schema}"._file set created_at = created_at - interval '31 days'`);
    expect(await test.app.get(AttachmentSweep, { strict: false }).sweep(test.org)).toBe(1);
    expect(await test.app.get(FileSweep, { strict: false }).sweep(test.org)).toBe(1);
    expect((await get(admin, kept)).body).toBe('kept');
    expect(await files(admin, record, ', removed: true')).toEqual([]);
    expect((await timeline(admin, record)).map(({ kind, file }) => [kind, file?.name])).toContainEqual(['fileRemoved', 'gone.txt']);
  });

  it('go to the bin with their record and come back with it, and are forgotten with one that is gone for good', async () => {
    const record = await make('Hal');
    const id = await attach(admin, record, 'stays', 'stays.txt');
    await ask(admin, 'mutation ($id: ID!) { deleteCustomer(id: $id) { id } }', { id: record }, '/graphql');
    expect((await get(admin, id)).statusCode).toBe(404);
    expect(await mine(admin)).not.toContain('stays.txt');
    await test.database.pool.query(`update "${test.org.schema}"._file set created_at = created_at - interval '31 days'`);
    const sweep = async () => [await test.app.get(AttachmentSweep, { strict: false }).sweep(test.org), await test.app.get(FileSweep, { strict: false }).sweep(test.org)];
    expect(await sweep()).toEqual([0, 0]);
    await ask(admin, 'mutation ($id: ID!) { restoreCustomer(id: $id) { id } }', { id: record }, '/graphql');
    expect((await get(admin, id)).body).toBe('stays');
    await test.database.pool.query(`delete from "${test.org.schema}".customer where id = $1`, [record]);
    expect(await sweep()).toEqual([1, 1]);
  });

  it('go along when records become one, and back when that is undone', async () => {
    const [into, from] = [await make('Ida'), await make('Ida B.')];
    const id = await attach(admin, from, 'moves', 'moves.txt');
    await ask(admin, 'mutation ($into: ID!, $from: [ID!]!) { mergeCustomer(into: $into, from: $from) { id } }', { into, from: [from] }, '/graphql');
    expect((await files(admin, into)).map(({ name }) => name)).toEqual(['moves.txt']);
    expect((await timeline(admin, into)).map(({ kind }) => kind)).toContain('fileAdded');
    const { operations } = await ask<{ operations: readonly { id: string }[] }>(admin, '{ operations(kinds: [MERGE], first: 1) { id } }');
    await ask(admin, 'mutation ($id: ID!) { undoOperation(id: $id) { id } }', { id: operations[0]?.id });
    expect([await files(admin, into), (await files(admin, from)).map(({ id: found }) => found)]).toEqual([[], [id]]);
  });

  it('are listed page by page in any order', async () => {
    const record = await make('Joe');
    for (const [name, length] of [['b.txt', 3], ['c.txt', 1], ['a.txt', 2]] as const) await attach(admin, record, 'x'.repeat(length), name);
    for (const [order, expected] of [['CHANGED', ['a.txt', 'c.txt', 'b.txt']], ['NAME', ['a.txt', 'b.txt', 'c.txt']], ['SIZE', ['b.txt', 'a.txt', 'c.txt']]] as const) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: { attachments: { attachments: readonly { name: string }[]; next: string | null } } = await ask(admin, `query ($id: ID!, $after: String) { attachments(object: "Customer", recordId: $id, first: 2, order: ${order}, after: $after) { attachments { name } next } }`, { id: record, after });
        seen.push(...page.attachments.attachments.map(({ name }) => name));
        after = page.attachments.next;
      } while (after !== null);
      expect(seen).toEqual(expected);
    }
    expect((await files(admin, record, ', after: "bm9uc2Vuc2U"')).length).toBe(3);
    expect(await mine(admin, '(search: "c.txt", scope: RECORDS)')).toContain('c.txt');
  });

  it.each([
    ['a page that calls itself a picture', '<html><script>', 'picture.png', 422, 'not what its name says'],
    ['a program that calls itself a PDF', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(60)]), 'invoice.pdf', 422, 'is a program'],
    ['a program', 'anything', 'setup.EXE', 422, 'is a program'],
    ['bytes that call themselves text', Buffer.alloc(10), 'list.csv', 422, 'not what its name says'],
    ['a page that calls itself a workbook', '<table>', 'report.xlsx', 422, 'not what its name says'],
    ['nothing', '', 'empty.txt', 400, 'empty'],
    ['more than the limit', Buffer.alloc(1024 * 1024 + 1, 1), 'big.bin', 400, 'larger than 1 MB'],
  ])('are refused when the content is %s', async (_, content, name, status, message) => {
    const response = await send(admin, '/attachments', content, name);
    expect([response.statusCode, response.json<{ message: string }>().message]).toEqual([status, expect.stringContaining(message)]);
    expect((await ask<{ uploadLimits: object }>(admin, '{ uploadLimits { bytes refusedEndings } }')).uploadLimits).toEqual({ bytes: 1024 * 1024, refusedEndings: expect.arrayContaining(['exe']) });
  });

  it('stay out of the answer where ids make no sense', async () => {
    expect((await send(admin, '/attachments?object=Nothing&recordId=x', 'x', 'x.txt')).statusCode).toBe(404);
    expect((await send(admin, '/attachments/x/versions', 'x', 'x.txt')).statusCode).toBe(404);
    expect((await get(admin, 'x')).statusCode).toBe(404);
    expect(await ask(admin, '{ attachmentsById(ids: ["x", "0193a1b2-0000-7000-8000-000000000001"]) { id } }')).toEqual({ attachmentsById: [] });
  });
});
