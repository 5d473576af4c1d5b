import { randomBytes } from 'node:crypto';
import { createTestDatabase } from '@guanxi/embedded-postgres/testing';
import pg from 'pg';
import { publishDocuments } from '../testing/publish-documents.js';
import { ADMIN, startTestApp, type TestApp } from '../testing/test-app.js';
import { readSettings } from '../config/settings.js';
import { migrate } from './migrate.js';
import { OrgDatabase } from './org-database.js';
import { ReadingPool } from './reading-pool.js';
import { readingLogin } from './reading-role.js';

const book = { kind: 'object', name: 'Book', title: 'Book', type: 'object', required: ['name'], properties: { name: { title: 'Name', type: 'string', guanxi: { type: 'text' } } }, guanxi: { nameField: 'name' } };
const DENIED = /permission denied|read-only transaction|must be owner/;

describe('the role that reads', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp('readingrole');
  }, 120_000);
  afterAll(() => test.close());

  const reading = () => test.app.get(OrgDatabase).readingPool;

  it('is another one than the owner, and no superuser', async () => {
    const { rows } = await reading().query<{ name: string; rolsuper: boolean; rolcreaterole: boolean }>('select current_user as name, rolsuper, rolcreaterole from pg_roles where rolname = session_user');
    expect(rows).toEqual([{ name: readingLogin(test.settings)?.role, rolsuper: false, rolcreaterole: false }]);
  });

  it('reads records of objects that are published later', async () => {
    await publishDocuments(await test.signIn(ADMIN.email, ADMIN.password), [book]);
    const { rows } = await reading().query(`select count(*)::int as count from ${test.org.schema}.book`);
    expect(rows).toEqual([{ count: 0 }]);
  });

  it.each([
    ['writes no record', () => `insert into ${test.org.schema}._history (object, record_id, kind, changes, source, at) values ('x', gen_random_uuid(), 'created', '{}', 'api', now())`],
    ['changes nobody', () => `update ${test.org.schema}._user set name = 'x'`],
    ['writes nothing where it says that it will', () => `with open as (select set_config('transaction_read_only', 'off', false)) delete from ${test.org.schema}._user`],
    ['makes no table', () => `create table ${test.org.schema}.more (id int)`],
    ['drops none', () => `drop table ${test.org.schema}._user`],
    ['sees no passwords', () => 'select password_hash from guanxi."user"'],
    ['sees no sessions', () => 'select * from guanxi.session'],
    ['sees no audit trail', () => 'select * from guanxi.trail'],
    ['sees no secrets of webhooks', () => `select secret from ${test.org.schema}._webhook`],
    ['sees no secrets of calls', () => `select * from ${test.org.schema}._call_secret`],
    ['sees no password of a mail server', () => `select password from ${test.org.schema}._mail_server`],
    ['sees no mails, where links of new passwords are', () => `select body_text from ${test.org.schema}._mail`],
    ['reads no file of the server', () => "select pg_read_file('/etc/passwd')"],
    ['runs nothing on the server', () => `copy ${test.org.schema}._user to program 'true'`],
    ['becomes nobody else', () => `select set_config('role', 'postgres', false)`],
  ])('%s', async (_name, statement) => {
    await expect(reading().query(statement())).rejects.toThrow(DENIED);
  });

  it('writes no more after its transactions were said to write', async () => {
    const client = new pg.Client({ connectionString: readingLogin(test.settings)?.url });
    await client.connect();
    try {
      await client.query('set default_transaction_read_only = off');
      await expect(client.query(`update ${test.org.schema}._user set name = 'x'`)).rejects.toThrow('permission denied');
      await expect(client.query(`create table public.more (id int)`)).rejects.toThrow('permission denied');
    } finally {
      await client.end();
    }
  });
});

describe('without a right to make roles', () => {
  it('one role does everything, and the start is not held up', async () => {
    const database = await createTestDatabase('onerole', 'template0');
    const [owner, password] = [`only_${randomBytes(4).toString('hex')}`, 'a password for one role'];
    const name = new URL(database.url).pathname.slice(1);
    try {
      await database.pool.query(`create role ${owner} login password '${password}'`);
      await database.pool.query(`alter database ${name} owner to ${owner}`);
      await database.pool.query(`alter schema public owner to ${owner}`);
      const settings = readSettings({ DATABASE_URL: Object.assign(new URL(database.url), { username: owner, password }).href });
      if (!settings.ok) throw new Error('These settings are right.');
      await migrate(settings.value);
      await migrate(settings.value);
      expect((await ReadingPool.open(settings.value)).pool).toBeUndefined();
    } finally {
      await database.pool.query(`reassign owned by ${owner} to current_user`);
      await database.pool.query(`drop owned by ${owner}`);
      await database.pool.query(`drop role ${owner}`);
      await database.drop();
    }
  }, 120_000);
});
