import { setTimeout as rest } from 'node:timers/promises';
import { checkCron, nextTime } from '@guanxi/workflow';
import { SignedIn } from '../../identity/signed-in.js';
import { Workers } from '../../queue/workers.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { Exports } from './exports.js';
import { Schedules } from './schedules.js';

interface State {
  readonly id: string;
  readonly status: string;
  readonly fileName: string;
  readonly rowsWritten: number;
  readonly rowsTotal: number | null;
  readonly bytes: number;
  readonly error: string | null;
}

const FIELDS = 'id status fileName rowsWritten rowsTotal bytes error';
const START = `mutation ($input: ExportInput!) { started: startExport(input: $input) { ${FIELDS} } }`;

describe('a file that is made in the background', () => {
  let test: TestApp;
  let admin: Caller;
  let sam: Caller;

  beforeAll(async () => {
    test = await startTestApp('exports');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await ask(admin, 'mutation { createUser(input: { name: "Sam", email: "sam@example.com", password: "a long password", permissionSets: [] }) { id } }');
    sam = await test.signIn('sam@example.com', 'a long password');
    for (const name of ['Ann', '王小明', '+886 calls']) await ask(admin, 'mutation ($data: CustomerCreate!) { createCustomer(data: $data) { id } }', { data: { name, customerNumber: name } }, '/graphql');
    await test.app.get(Workers).start();
  }, 60_000);
  afterAll(() => test.close());

  it('is kept for its owner, who is told when it is ready', async () => {
    const { started } = await ask<{ started: State }>(admin, START, { input: { object: 'Customer', format: 'CSV', fields: ['name'], orderBy: [{ name: 'ASC' }], mark: false } });
    expect(started).toMatchObject({ status: 'QUEUED', fileName: expect.stringMatching(/^Customer \d{4}-\d\d-\d\d \d{4}\.csv$/) });
    const ready = await follow(started.id);
    expect(ready).toMatchObject({ status: 'DONE', rowsWritten: 3, rowsTotal: 3, error: null });
    const file = await test.app.inject({ method: 'GET', url: `/exports/${ready.id}`, headers: { cookie: admin.cookie } });
    expect([file.statusCode, file.headers['content-disposition']]).toEqual([200, expect.stringContaining('.csv')]);
    expect(file.payload.split('\r\n').toSorted()).toEqual(["", "'+886 calls", 'Ann', 'name', '王小明'].toSorted());
    expect(Number(file.headers['content-length'])).toBe(ready.bytes);
    const { notifications } = await ask<{ notifications: { kind: string; text: string }[] }>(admin, '{ notifications { kind text } }');
    expect(notifications[0]).toEqual({ kind: 'export', text: expect.stringContaining('is ready') });
    expect((await test.app.inject({ method: 'GET', url: `/exports/${ready.id}`, headers: { cookie: sam.cookie } })).statusCode).toBe(404);
  }, 30_000);

  it('is refused at once where nothing may be read, and fails when the right is gone by then', async () => {
    const refused = await sam.ask(START, { input: { object: 'Customer', format: 'CSV' } });
    expect(refused.errors?.[0]?.message).toBe('There is no object "Customer" that you may read.');
    const unknown = await admin.ask(START, { input: { object: 'Customer', format: 'CSV', fields: ['shoe'] } });
    expect(unknown.errors?.[0]?.message).toContain('nothing that you may read as shoe');
    const [user] = (await test.database.pool.query<{ id: string }>(`select id from guanxi."user" where email = 'sam@example.com'`)).rows;
    const { rows } = await test.database.pool.query<{ id: string }>(
      `insert into "${test.org.schema}"._export (id, kind, wish, file_name, status, user_id, locale, started_at, expires_at)
       values (gen_random_uuid(), 'list', '{"object":"Customer","format":"csv"}', 'late.csv', 'queued', $1, 'zh-TW', now(), now() + interval '1 day') returning id`,
      [user?.id],
    );
    await test.app.get(Exports).runOpen(test.org, ['list']);
    expect(await follow(rows[0]?.id ?? '', 'FAILED')).toMatchObject({ error: '沒有您可以讀取的物件「Customer」。' });
  }, 30_000);

  it('can be stopped, and asked for again', async () => {
    const { rows } = await test.database.pool.query<{ id: string }>(
      `insert into "${test.org.schema}"._export (id, kind, wish, file_name, status, user_id, locale, started_at, expires_at, cancel_requested)
       select gen_random_uuid(), 'list', '{"object":"Customer","format":"ndjson"}', 'stopped.ndjson', 'running', id, 'en', now(), now() + interval '1 day', true from "${test.org.schema}"._user where active limit 1 returning id`,
    );
    await test.app.get(Exports).runOpen(test.org, ['list']);
    expect((await follow(rows[0]?.id ?? '')).status).toBe('CANCELLED');
    const { again } = await ask<{ again: State }>(admin, `mutation ($id: ID!) { again: retryExport(id: $id) { ${FIELDS} } }`, { id: rows[0]?.id });
    expect((await follow(again.id)).status).toBe('DONE');
  }, 30_000);

  it('holds several objects as one archive, and a backup everything', async () => {
    const { started } = await ask<{ started: State }>(admin, `mutation { started: startOrgExport(input: { objects: ["Customer", "Order"], format: XLSX }) { ${FIELDS} } }`);
    expect(await follow(started.id)).toMatchObject({ status: 'DONE', fileName: expect.stringMatching(/\.zip$/) });
    const archive = await test.app.inject({ method: 'GET', url: `/exports/${started.id}`, headers: { cookie: admin.cookie } });
    expect(archive.rawPayload.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
    const { backup } = await ask<{ backup: State }>(admin, `mutation { backup: startBackup { ${FIELDS} } }`);
    expect(await follow(backup.id)).toMatchObject({ status: 'DONE', fileName: expect.stringMatching(/\.guanxi-backup$/) });
    const { backgroundJobs } = await ask<{ backgroundJobs: { kind: string; status: string; subject: string; cancellable: boolean }[] }>(admin, '{ backgroundJobs(kinds: [BACKUP]) { kind status subject cancellable } }');
    expect(backgroundJobs).toEqual([{ kind: 'BACKUP', status: 'DONE', subject: expect.stringMatching(/\.guanxi-backup$/), cancellable: false }]);
    expect((await sam.ask('mutation { startBackup { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }, 30_000);

  it('is asked for by the calendar, once however many workers look', async () => {
    const input = { title: 'Every night', cron: '0 2 * * *', timeZone: 'Asia/Taipei', withPasswords: false };
    const { saved } = await ask<{ saved: { id: string; nextAt: string } }>(admin, 'mutation ($input: ExportScheduleInput!) { saved: saveExportSchedule(input: $input) { id nextAt } }', { input });
    expect(new Date(saved.nextAt).toISOString()).toMatch(/T18:00:00/);
    await test.database.pool.query(`update "${test.org.schema}"._export_schedule set next_at = now() - interval '3 days'`);
    const schedules = test.app.get(Schedules);
    await Promise.all([schedules.runDue(test.org), schedules.runDue(test.org), schedules.runDue(test.org)]);
    const { rows } = await test.database.pool.query(`select count(*)::int as count, bool_and(file_name like 'Every night%') as named from "${test.org.schema}"._export where schedule_id = '${saved.id}'`);
    expect(rows).toEqual([{ count: 1, named: true }]);
    await test.database.pool.query(`update "${test.org.schema}"._export_schedule set next_at = now() - interval '3 days', user_id = (select id from guanxi."user" where email = 'sam@example.com')`);
    await test.database.pool.query(`update guanxi."user" set active = false where email = 'sam@example.com'`);
    test.app.get(SignedIn).forget();
    await Promise.all([schedules.runDue(test.org), schedules.runDue(test.org)]);
    const { rows: after } = await test.database.pool.query(`select (select count(*)::int from "${test.org.schema}"._export where schedule_id = s.id) as count, active from "${test.org.schema}"._export_schedule s where id = '${saved.id}'`);
    expect(after).toEqual([{ count: 1, active: false }]);
    const { notifications } = await ask<{ notifications: { text: string }[] }>(admin, '{ notifications { text } }');
    expect(notifications.filter(({ text }) => text.includes('Every night'))).toEqual([{ text: 'The scheduled export “Every night” has stopped: whoever made it is deactivated. Save it anew to let it go on in your name.' }]);
    const often = await admin.ask('mutation ($input: ExportScheduleInput!) { saveExportSchedule(input: $input) { id } }', { input: { ...input, cron: '*/5 * * * *', timeZone: 'Asia/Nowhere', title: '' } });
    expect(often.errors?.[0]?.extensions.problems?.map(({ path }) => path).toSorted()).toEqual(['/cron', '/timeZone', '/title']);
  }, 30_000);

  it('is gone when it is too old', async () => {
    await test.database.pool.query(`update "${test.org.schema}"._export set expires_at = now() - interval '1 second' where status = 'done'`);
    await test.app.get(Exports).sweep(test.org);
    const { exports } = await ask<{ exports: State[] }>(admin, `{ exports(everybody: true) { ${FIELDS} } }`);
    expect(exports.filter(({ status }) => status === 'DONE')).toEqual([]);
  });

  async function follow(id: string, until?: string): Promise<State> {
    for (let count = 0; count < 900; count += 1) {
      const { found } = await ask<{ found: State }>(admin, `query ($id: ID!) { found: export(id: $id) { ${FIELDS} } }`, { id });
      if (until ? found.status === until : found.status !== 'QUEUED' && found.status !== 'RUNNING') return found;
      await rest(100);
    }
    throw new Error('The export did not come to an end.');
  }
});

it('knows the calendar of a time zone, also where the clock is moved', () => {
  const next = (cron: string, after: string, zone = 'Europe/Berlin') => nextTime(cron, zone, new Date(after))?.toISOString();
  expect(next('0 6 * * *', '2026-03-28T12:00:00Z')).toBe('2026-03-29T04:00:00.000Z');
  expect(next('0 6 * * *', '2026-03-27T12:00:00Z')).toBe('2026-03-28T05:00:00.000Z');
  expect(next('30 9 * * 1', '2026-02-03T00:00:00Z', 'Asia/Taipei')).toBe('2026-02-09T01:30:00.000Z');
  expect([checkCron('nonsense'), checkCron('0 0 0 * * *')]).not.toContain(undefined);
});

async function ask<Data>(caller: Caller, query: string, variables: object = {}, path?: string): Promise<Data> {
  const { data, errors } = await caller.ask<Data>(query, variables as Record<string, unknown>, path);
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}
