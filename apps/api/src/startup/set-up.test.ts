import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Models } from '../metadata/models.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { setUp } from './set-up.js';

describe('the setup', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp('setup', {}, { fresh: true });
  });
  afterAll(() => test.close());

  const count = async (table: string) => Number((await test.database.pool.query<{ count: string }>(`select count(*) from guanxi.${table}`)).rows[0]?.count);

  it('does nothing and says nothing the second time', async () => {
    const before = [await count('org'), await count('"user"'), await count('revision'), await count('api_key')];
    expect(await setUp(test.app, test.settings)).toEqual([]);
    expect([await count('org'), await count('"user"'), await count('revision'), await count('api_key')]).toEqual(before);
  });

  it('makes a new key for the command line when the old one does not work any more', async () => {
    const file = join(test.settings.dataFolder, 'cli-key');
    const before = await readFile(file, 'utf8');
    await writeFile(file, 'from another database\n');
    await setUp(test.app, test.settings);
    const after = await readFile(file, 'utf8');
    expect(after).toMatch(/^guanxi_\S{40,}\n$/);
    expect(after).not.toBe(before);
  });

  it('makes up a password and shows it, when an admin is missing and none is given', async () => {
    await test.database.pool.query('delete from guanxi."user"');
    const { adminPassword: _, ...settings } = test.settings;
    const lines = await setUp(test.app, { ...settings, adminEmail: 'second@guanxi.local' });
    const password = /Password\s+(\S+)/.exec(lines.join('\n'))?.[1] ?? '';
    expect(password).toHaveLength(20);
    await expect(test.signIn('second@guanxi.local', password)).resolves.toBeDefined();
  });

  it('is ready for people', async () => {
    expect((await test.app.inject('/healthz')).statusCode).toBe(200);
    expect((await test.app.inject('/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('hears of new revisions again after its connection was cut', async () => {
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'guanxi-announcements' and datname = current_database()`;
    expect((await test.database.pool.query(cut)).rowCount).toBe(1);
    await test.database.pool.query(`insert into guanxi.revision (org_id, number, documents, changes) select org_id, 2, documents, '[]' from guanxi.revision`);
    await test.database.pool.query('update guanxi.org set published_revision = 2');
    const told = new Promise((resolve) => test.app.get(Models).onPublished((_, revision) => resolve(revision)));
    expect(await told).toBe(2);
    expect((await test.app.get(Models).current(test.org)).revision).toBe(2);
  });
});
