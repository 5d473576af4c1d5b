import { createHash } from 'node:crypto';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { FileSweep } from './file-sweep.js';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(700_000, 7)]);

interface Uploaded {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

describe('files', () => {
  let test: TestApp;
  let admin: Caller;
  beforeAll(async () => {
    test = await startTestApp('files', { GUANXI_MAX_FILE_SIZE: '1' });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(() => test.close());

  function send(content: Buffer, fileName: string, cookie = admin.cookie) {
    const payload = Buffer.concat([
      Buffer.from(`--edge\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: image/svg+xml\r\n\r\n`),
      content,
      Buffer.from('\r\n--edge--\r\n'),
    ]);
    return test.app.inject({ method: 'POST', url: '/files', headers: { cookie, 'x-guanxi-request': '1', 'content-type': 'multipart/form-data; boundary=edge' }, payload });
  }

  const get = (id: string, cookie: string, headers = {}) => test.app.inject({ method: 'GET', url: `/files/${id}`, headers: { cookie, ...headers } });

  async function upload(content: Buffer, fileName: string): Promise<Uploaded> {
    const response = await send(content, fileName);
    expect([response.statusCode, response.body]).toEqual([201, expect.any(String)]);
    return response.json<Uploaded>();
  }

  async function invite(email: string): Promise<Caller> {
    const password = 'another password for tests';
    const { errors } = await admin.ask('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: email, email, password, permissionSets: [] } });
    if (errors) throw new Error(JSON.stringify(errors));
    return test.signIn(email, password);
  }

  it('are given back as they were taken, byte for byte', async () => {
    const file = await upload(PNG, 'C:\\temp\\圖片.png');
    expect(file).toMatchObject({ name: '圖片.png', contentType: 'image/png', size: PNG.length });
    const response = await get(file.id, admin.cookie);
    expect(createHash('sha256').update(response.rawPayload).digest('hex')).toBe(createHash('sha256').update(PNG).digest('hex'));
    expect(response.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': expect.stringMatching(/^inline; /),
    });
    expect((await get(file.id, admin.cookie, { 'if-none-match': response.headers['etag'] })).statusCode).toBe(304);
  });

  it('that could run in a page are only ever downloaded', async () => {
    const file = await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'x.svg');
    const { headers } = await get(file.id, admin.cookie);
    expect([headers['content-type'], headers['content-disposition']]).toEqual(['application/octet-stream', expect.stringMatching(/^attachment; /)]);
  });

  it.each([
    ['larger than the limit', Buffer.alloc(1024 * 1024 + 1, 1), 'big.bin', 'larger than 1 MB'],
    ['empty', Buffer.alloc(0), 'empty.txt', 'empty'],
    ['without a name', Buffer.from('x'), '...', 'no name'],
  ])('are refused when %s', async (_, content, name, message) => {
    const response = await send(content, name);
    expect([response.statusCode, response.json<{ message: string }>().message]).toEqual([400, expect.stringContaining(message)]);
  });

  it('are given to nobody who is not signed in, and to no stranger in the org', async () => {
    const file = await upload(Buffer.from('secret'), 'secret.txt');
    expect((await get(file.id, '')).statusCode).toBe(401);
    expect((await send(Buffer.from('x'), 'x.txt', '')).statusCode).toBe(401);
    const stranger = await invite('stranger@example.com');
    expect((await get(file.id, stranger.cookie)).statusCode).toBe(404);
    expect((await get('no-id', admin.cookie)).statusCode).toBe(404);
    expect((await get('0193a1b2-0000-7000-8000-000000000001', admin.cookie)).statusCode).toBe(404);
  });

  it('are refused beyond what one person may have, and others go on', async () => {
    const { id } = await upload(Buffer.from('large'), 'large.txt');
    const size = (bytes: number) => test.database.pool.query(`update "${test.org.schema}"._file set size = $2 where id = $1`, [id, bytes]);
    await size(10_240 * 1024 * 1024);
    const refused = await send(Buffer.from('one more'), 'more.txt');
    expect([refused.statusCode, refused.json<{ message: string }>().message]).toEqual([400, 'Your files would be more than 10240 MB together. Remove some first.']);
    const other = await invite('other@example.com');
    expect((await send(Buffer.from('one more'), 'more.txt', other.cookie)).statusCode).toBe(201);
    await size(5);
    expect((await send(Buffer.from('one more'), 'more.txt')).statusCode).toBe(201);
  });

  it('that no record points to are gone after a day', async () => {
    const [old, fresh] = [await upload(Buffer.from('old'), 'old.txt'), await upload(Buffer.from('fresh'), 'fresh.txt')];
    await test.database.pool.query(`update "${test.org.schema}"._file set created_at = created_at - interval '25 hours' where id = $1`, [old.id]);
    expect(await test.app.get(FileSweep, { strict: false }).sweep(test.org)).toBe(1);
    expect((await get(old.id, admin.cookie)).statusCode).toBe(404);
    expect((await get(fresh.id, admin.cookie)).body).toBe('fresh');
    const { rows } = await test.database.pool.query(`select count(*)::int as pieces from "${test.org.schema}"._file_content where file_id = $1`, [old.id]);
    expect(rows).toEqual([{ pieces: 0 }]);
  });
});
