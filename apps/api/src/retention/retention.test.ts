import { once } from 'node:events';
import { compileOverdue, orgTable, type RetentionTerms } from '@guanxi/query';
import { sql } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { publishDocuments } from '../testing/publish-documents.js';
import { until } from '../testing/until.js';
import { purgeAgain } from './purge-again.js';
import { inOrg } from './retention-terms.js';
import { RetentionWorker } from './retention-worker.js';

const object = (name: string, properties: Readonly<Record<string, object>>, guanxi: object = {}) => ({
  kind: 'object', name, title: name, type: 'object', guanxi: { id: name.toLowerCase(), nameField: 'name', ...guanxi }, required: ['name'],
  properties: { name: { title: 'Name', type: 'string', guanxi: { id: `${name}-name`, type: 'text' } }, ...properties },
});
const lookup = (id: string, target: string, inverse: string, more: object = {}) => ({ title: target, type: 'string', format: 'uuid', guanxi: { id, type: 'lookup', target, inverse: { name: inverse }, ...more } });
const documents = [
  object('Guest', {
    mail: { title: 'Mail', type: 'string', format: 'email', guanxi: { id: 'guest-mail', type: 'email', personal: true } },
    lastSeen: { title: 'Last seen', type: 'string', format: 'date', guanxi: { id: 'guest-seen', type: 'date' } },
    kind: { title: 'Kind', type: 'string', guanxi: { id: 'guest-kind', type: 'text' } },
    stayed: { title: 'Stayed', type: 'integer', guanxi: { id: 'guest-stayed', type: 'rollUp', relation: 'stays', operation: 'count' } },
  }, { person: ['name', 'mail'] }),
  object('Stay', { guest: lookup('stay-guest', 'Guest', 'stays', { onDelete: 'clear' }), until: { title: 'Until', type: 'string', format: 'date', guanxi: { id: 'stay-until', type: 'date' } } }),
  object('Invoice', { guest: lookup('invoice-guest', 'Guest', 'invoices', { onDelete: 'restrict' }) }),
  object('Wish', { guest: { title: 'Guest', type: 'string', format: 'uuid', guanxi: { id: 'wish-guest', type: 'masterDetail', target: 'Guest', inverse: { name: 'wishes' } } } }),
  { kind: 'permissions', name: 'officers', title: 'Officers', objects: {}, setup: ['privacy'], guanxi: { id: 'officers' } },
];
const rule = (rest: object = {}) => ({
  kind: 'retention-rule', name: 'oldGuests', title: 'Old guests', object: 'Guest', since: 'lastSeen', activity: [{ relation: 'stays', field: 'until' }], after: { value: 2, unit: 'years' }, do: 'delete', guanxi: { id: 'r1' }, ...rest,
});

let test: TestApp;
let admin: Caller;

beforeAll(async () => {
  test = await startTestApp('retention');
  admin = await test.signIn(ADMIN.email, ADMIN.password);
  await publishDocuments(admin, documents);
}, 180_000);
afterAll(() => test.close());

async function ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, path = '/metadata', caller = admin): Promise<Data> {
  const { data, errors } = await caller.ask<Data>(query, variables, path);
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}
const session = () => test.app.get(OrgDatabase).session(test.org);
const run = <Row extends object>(statement: Parameters<ReturnType<OrgDatabase['session']>['run']>[0]) => session().run<Row>(statement);

async function create(name: string, data: Readonly<Record<string, unknown>>): Promise<string> {
  return (await ask<{ made: { id: string } }>(`mutation ($data: ${name}Create!) { made: create${name}(data: $data) { id } }`, { data }, '/graphql')).made.id;
}
const guestNames = async () => (await ask<{ guests: { edges: readonly { node: { name: string } }[] } }>('{ guests(orderBy: { name: ASC }) { edges { node { name } } } }', {}, '/graphql')).guests.edges.map(({ node }) => node.name);

interface Preview {
  readonly overdue: number;
  readonly undated: number;
  readonly kept: readonly { readonly reason: string; readonly count: number }[];
  readonly months: readonly { readonly month: string; readonly count: number }[];
  readonly sample: readonly { readonly name: string | null; readonly due: string; readonly kept: string | null }[];
}
const preview = async (document: object, caller = admin) => (await ask<{ retentionPreview: Preview }>('query ($rule: JSON!) { retentionPreview(rule: $rule) { overdue undated kept { reason count } months { month count } sample { name due kept } } }', { rule: document }, '/metadata', caller)).retentionPreview;

interface State {
  readonly rule: string;
  readonly active: boolean;
  readonly changed: boolean;
  readonly nextRunAt: string | null;
  readonly lastRun: { readonly status: string; readonly stopped: string | null; readonly done: number; readonly operation: string | null; readonly kept: Preview['kept']; readonly keptRecords: readonly { readonly name: string | null; readonly reason: string }[] } | null;
}
const state = async () => (await ask<{ retentionStates: readonly State[] }>('{ retentionStates { rule active changed nextRunAt lastRun { status stopped done operation kept { reason count } keptRecords { name reason } } } }')).retentionStates.find(({ rule: name }) => name === 'oldGuests');
const switchRule = (on: boolean, expected?: number) => admin.ask('mutation ($on: Boolean!, $expected: Int) { switchRetentionRule(rule: "oldGuests", on: $on, expected: $expected) { active } }', { on, expected });

let nights = 0;

/** The night comes, at once and once more. */
async function makeDue(): Promise<void> {
  await run(sql`update ${orgTable(test.org.schema, 'retention')} set next_at = now() - interval '1 minute'`);
  nights += 1;
  await run(sql`update ${orgTable(test.org.schema, 'retentionRun')} set day = current_date - 1000 * ${nights}::int where status <> 'running' and day > current_date - 10`);
}
async function comesNight(): Promise<void> {
  await makeDue();
  await test.app.get(RetentionWorker).work(test.org);
}
async function arrange(document: object): Promise<void> {
  await publishDocuments(admin, [document]);
  expect((await switchRule(true, (await preview(document)).overdue)).errors).toBeUndefined();
}
async function clear(): Promise<void> {
  await ask('mutation { a: deleteInvoicesWhere(where: {}) { operationId } b: deleteStaysWhere(where: {}) { operationId } c: deleteGuestsWhere(where: {}) { operationId } }', {}, '/graphql');
}

describe('an age', () => {
  let zone: string;
  beforeAll(() => { zone = test.org.timeZone; });

  async function overdueAt(now: string, terms: Partial<RetentionTerms>, timeZone = zone): Promise<number> {
    const { model } = await test.app.get(Models).current(test.org);
    const statement = compileOverdue({ object: 'Guest', since: 'lastSeen', after: { value: 1, unit: 'months' }, do: 'delete', ...terms }, { model, schema: test.org.schema }, { after: null, limit: 100 });
    return (await run(inOrg(statement, { ...test.org, timeZone }, new Date(now)))).length;
  }

  it('of a month ends with the month where that is shorter, and of a year on 28 February', async () => {
    await create('Guest', { name: 'January', lastSeen: '2023-01-31' });
    expect([await overdueAt('2023-02-27T12:00:00Z', {}, 'UTC'), await overdueAt('2023-02-28T00:00:00Z', {}, 'UTC')]).toEqual([0, 1]);
    await clear();
    await create('Guest', { name: 'Leap', lastSeen: '2024-02-29' });
    const year = { after: { value: 1, unit: 'years' } } as const;
    expect([await overdueAt('2025-02-27T23:59:59Z', year, 'UTC'), await overdueAt('2025-02-28T00:00:00Z', year, 'UTC')]).toEqual([0, 1]);
    await clear();
  });

  it('counts days of the calendar, whatever the clock does between them', async () => {
    const id = await create('Guest', { name: 'Night', lastSeen: null });
    // 23:30 in New York, one day later in UTC; in the night after it the clock goes forward.
    await run(sql`update ${sql.id(test.org.schema, 'guest')} set created_at = '2025-03-09T04:30:00Z' where id = ${id}::uuid`);
    const one = { since: 'createdAt', after: { value: 1, unit: 'days' } } as const;
    const NEW_YORK = 'America/New_York';
    expect([await overdueAt('2025-03-09T04:59:59Z', one, NEW_YORK), await overdueAt('2025-03-09T05:00:00Z', one, NEW_YORK)]).toEqual([0, 1]);
    const two = { since: 'createdAt', after: { value: 2, unit: 'days' } } as const;
    // The day with 23 hours is a day.
    expect([await overdueAt('2025-03-10T03:59:59Z', two, NEW_YORK), await overdueAt('2025-03-10T04:00:00Z', two, NEW_YORK)]).toEqual([0, 1]);
    await clear();
  });
});

describe('a rule', () => {
  it('tells what it would do, and what it would leave and why', async () => {
    const held = await create('Guest', { name: 'Held', lastSeen: '2020-01-01' });
    const needed = await create('Guest', { name: 'Needed', lastSeen: '2020-01-02' });
    await create('Guest', { name: 'Old', lastSeen: '2020-01-03' });
    await create('Guest', { name: 'Undated' });
    const active = await create('Guest', { name: 'Stays', lastSeen: '2020-01-04' });
    await create('Stay', { name: 'Lately', guestId: active, until: new Date().toISOString().slice(0, 10) });
    await create('Invoice', { name: 'Open', guestId: needed });
    const wish = await create('Wish', { name: 'A quiet room', guestId: held });
    const soon = new Date(Date.now() + 40 * 86_400_000);
    await create('Guest', { name: 'Soon', lastSeen: `${soon.getUTCFullYear() - 2}${soon.toISOString().slice(4, 7)}-15` });
    // What belongs to a record keeps it as well.
    await ask('mutation ($id: ID!) { placeHold(object: "Wish", recordId: $id, reason: "A lawsuit.") { id } }', { id: wish });
    const told = await preview(rule());
    expect(told).toMatchObject({ overdue: 3, undated: 1, kept: expect.arrayContaining([{ reason: 'HOLD', count: 1 }, { reason: 'NEEDED', count: 1 }]) as unknown });
    expect(told.sample.slice(0, 3)).toEqual([{ name: 'Held', due: '2022-01-01', kept: 'HOLD' }, { name: 'Needed', due: '2022-01-02', kept: 'NEEDED' }, { name: 'Old', due: '2022-01-03', kept: null }]);
    expect(told.months).toHaveLength(12);
    expect(told.months.find(({ month }) => month === soon.toISOString().slice(0, 7))?.count).toBe(1);
  });

  it('that does not fit what is published says so', async () => {
    const refused = await admin.ask('query ($rule: JSON!) { retentionPreview(rule: $rule) { overdue } }', { rule: rule({ since: 'name' }) });
    expect(refused.errors?.[0]?.extensions.problems).toMatchObject([{ path: '/since', code: 'retention.date' }]);
  });

  it('does nothing until somebody who has seen what it would do switches it on', async () => {
    await publishDocuments(admin, [rule()]);
    await comesNight();
    expect(await state()).toMatchObject({ active: false, changed: false, lastRun: null });
    expect((await switchRule(true)).errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    const refused = await switchRule(true, 7);
    expect([refused.errors?.[0]?.extensions.code, refused.errors?.[0]?.message]).toEqual(['CONFLICT', 'The rule speaks of 3 records now, not of 7. Look at it again before you switch it on.']);
    expect((await switchRule(true, 3)).errors).toBeUndefined();
    expect((await state())?.nextRunAt).not.toBeNull();
    expect(await guestNames()).toHaveLength(6);
  });

  it('judges at night anew what was touched since, deletes as one operation and says what it left', async () => {
    await create('Guest', { name: 'Touched', lastSeen: '2020-05-01' });
    expect((await preview(rule())).overdue).toBe(4);
    await ask('mutation { updateGuestsWhere(where: { name: { eq: "Touched" } }, data: { lastSeen: "2026-01-01" }) { operationId } }', {}, '/graphql');
    await comesNight();
    expect(await guestNames()).toEqual(['Held', 'Needed', 'Soon', 'Stays', 'Touched', 'Undated']);
    const last = (await state())?.lastRun;
    expect(last).toMatchObject({ status: 'DONE', done: 1, kept: expect.arrayContaining([{ reason: 'HOLD', count: 1 }, { reason: 'NEEDED', count: 1 }]) as unknown });
    expect(last?.keptRecords).toEqual(expect.arrayContaining([{ name: 'Held', reason: 'HOLD' }, { name: 'Needed', reason: 'NEEDED' }]));
    const [noted] = await run<{ detail: unknown }>(sql`select detail from guanxi.trail where kind = 'retentionRun' and chain = ${test.org.id} order by seq desc limit 1`);
    expect(noted?.detail).toMatchObject({ rule: 'Old guests', object: 'Guest', do: 'delete', count: 1, kept: 2 });
  });

  it('is undone as one thing', async () => {
    const operation = (await state())?.lastRun?.operation;
    await ask('mutation ($id: ID!) { undoOperation(id: $id) { status } }', { id: operation });
    expect(await guestNames()).toContain('Old');
  });

  it('that says something else by now waits until it is switched on again', async () => {
    await publishDocuments(admin, [rule({ after: { value: 1, unit: 'months' } })]);
    expect(await state()).toMatchObject({ active: false, changed: true });
    await comesNight();
    expect(await guestNames()).toContain('Old');
    await switchRule(false);
    expect(await state()).toMatchObject({ active: false, changed: false, nextRunAt: null });
    await clear();
  });

  it('is nobody’s to see without the area of privacy, and names what its viewer may not read to nobody', async () => {
    await create('Guest', { name: 'Secret', lastSeen: '2020-01-01' });
    const user = async (email: string, permissionSets: readonly string[]) => {
      await ask('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: email, email, password: 'a password for tests only', permissionSets } });
      return test.signIn(email, 'a password for tests only');
    };
    const bob = await user('bob@retention.example', ['sales']);
    for (const query of ['{ retentionStates { rule } }', '{ retentionRuns { id } }', 'mutation { switchRetentionRule(rule: "oldGuests", on: false) { active } }']) expect((await bob.ask(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await bob.ask('query ($rule: JSON!) { retentionPreview(rule: $rule) { overdue } }', { rule: rule() })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const officer = await user('officer@retention.example', ['officers']);
    expect(await preview(rule(), officer)).toMatchObject({ overdue: 1, sample: [{ name: null }] });
    await clear();
  });
});

describe('records whose time is over', () => {
  it('go for good with their details, history and traces, and their sums with them', async () => {
    const document = rule({ do: 'purge', activity: [], when: "kind = 'gone'" });
    const gone = await create('Guest', { name: 'Zyxwova', mail: 'zyxwova@guests.example', lastSeen: '2020-01-01', kind: 'gone' });
    await create('Guest', { name: 'Other', lastSeen: '2020-01-01' });
    await create('Wish', { name: 'Zyxwova wants tea', guestId: gone });
    await ask('mutation ($id: ID!) { addComment(object: "Guest", recordId: $id, text: "Zyxwova called") { id } }', { id: gone });
    await run(sql`insert into ${orgTable(test.org.schema, 'mail')} (id, key, kind, status, to_name, to_address, subject, body_text, body_html, language, record_id, created_at) values (gen_random_uuid(), 'k', 'step', 'sent', 'Zyxwova', 'z@x', 's', 'b', 'b', 'en', ${gone}::uuid, now())`);
    await arrange(document);
    await comesNight();
    expect((await state())?.lastRun).toMatchObject({ status: 'DONE', done: 1 });
    expect(await guestNames()).toEqual(['Other']);
    for (const table of ['guest', 'wish', '_history', '_comment', '_mail', '_run', '_event']) {
      const rows = await run(sql`select from ${sql.id(test.org.schema, table)} t where t::text ilike '%zyxwova%'`);
      expect([table, rows.length]).toEqual([table, 0]);
    }
    expect(await run(sql`select record_id as id from ${orgTable(test.org.schema, 'purged')}`)).toEqual([{ id: gone }]);
    await clear();
  });

  it('go again where a restored backup has brought them back, but for those that others need by then', async () => {
    const back = await create('Guest', { name: 'Back', lastSeen: '2020-01-01' });
    const needed = await create('Guest', { name: 'Needed', lastSeen: '2020-01-01' });
    await create('Wish', { name: 'Tea', guestId: back });
    await create('Invoice', { name: 'Open', guestId: needed });
    await run(sql`insert into ${orgTable(test.org.schema, 'purged')} (record_id, object, run_id, at) select id, 'guest', gen_random_uuid(), now() from unnest(${[back, needed]}::uuid[]) as wanted (id)`);
    const { model } = await test.app.get(Models).current(test.org);
    expect(await test.app.get(OrgDatabase).transaction(test.org, (tx) => purgeAgain(tx, test.org, model, new Date()))).toBe(1);
    expect(await guestNames()).toEqual(['Needed']);
    expect(await run(sql`select from ${sql.id(test.org.schema, 'wish')} where name = 'Tea'`)).toEqual([]);
    await clear();
  });

  it('are erased as people are, once, until somebody writes to them again', async () => {
    const document = rule({ do: 'erase', activity: [] });
    const id = await create('Guest', { name: 'Zyxwova', mail: 'zyxwova@guests.example', lastSeen: '2020-01-01' });
    await arrange(document);
    await comesNight();
    expect((await state())?.lastRun).toMatchObject({ status: 'DONE', done: 1 });
    expect(await guestNames()).not.toContain('Zyxwova');
    expect(await run(sql`select record_id as id from ${orgTable(test.org.schema, 'erasure')}`)).toEqual([{ id }]);
    await comesNight();
    expect((await state())?.lastRun?.done).toBe(0);
    await ask('mutation ($id: ID!) { updateGuest(id: $id, data: { name: "Back again" }) { id } }', { id }, '/graphql');
    await comesNight();
    expect((await state())?.lastRun?.done).toBe(1);
    await comesNight();
    expect((await state())?.lastRun?.done).toBe(0);
    await clear();
  });

  it('are done with once, however often the worker is killed', async () => {
    const RECORDS = 2_600;
    await run(sql`insert into ${sql.id(test.org.schema, 'guest')} (id, created_at, created_by, updated_at, updated_by, version, owner_id, name, last_seen, kind)
      select gen_random_uuid(), now(), u.id, now(), u.id, 1, u.id, 'N' || n, '2020-01-01', 'many' from generate_series(1, ${RECORDS}::integer) n, ${orgTable(test.org.schema, 'user')} u where u.email = ${ADMIN.email}`);
    await arrange(rule({ activity: [], when: "kind = 'many'" }));
    await makeDue();
    const done = async () => (await run<{ done: number; status: string }>(sql`select done, status from ${orgTable(test.org.schema, 'retentionRun')} order by started_at desc limit 1`))[0];
    const before = (await run<{ id: string }>(sql`select id from ${orgTable(test.org.schema, 'retentionRun')}`)).length;
    for (let kill = 0; kill < 2; kill += 1) {
      const worker = test.startProcess('worker');
      const exited = once(worker, 'exit');
      const seen = kill === 0 ? 0 : ((await done())?.done ?? 0);
      await until(async () => {
        const runs = await run(sql`select id from ${orgTable(test.org.schema, 'retentionRun')}`);
        const now = await done();
        return runs.length > before && now !== undefined && (now.done > seen || now.status !== 'running');
      });
      worker.kill('SIGKILL');
      await exited;
    }
    await test.app.get(RetentionWorker).work(test.org);
    const [end] = await run(sql`select count(*) filter (where deleted_at is not null and version = 2)::int as gone from ${sql.id(test.org.schema, 'guest')} where kind = 'many'`);
    expect(end).toEqual({ gone: RECORDS });
    const last = (await state())?.lastRun;
    expect(last).toMatchObject({ status: 'DONE', done: RECORDS });
    const [history] = await run(sql`select count(*)::int as count from ${orgTable(test.org.schema, 'history')} where operation_id = ${last?.operation}::uuid and kind = 'deleted'`);
    expect(history).toEqual({ count: RECORDS });
  }, 240_000);
});

it('of a rule that an app brings: it does nothing until it is switched on here, and waits again where an upgrade changes it', async () => {
  const app = (version: string, months: number) => ({
    format: 'guanxi-app/1', app: { kind: 'app', name: 'inn', title: 'Inn', version, navigation: ['Visit'], guanxi: { id: 'app-inn' } },
    documents: [object('Visit', {}), { kind: 'retention-rule', name: 'oldVisits', title: 'Old visits', object: 'Visit', since: 'createdAt', after: { value: months, unit: 'months' }, do: 'delete', guanxi: { id: 'r-visits' } }],
  });
  const install = async (bundle: object) => expect((await ask<{ installApp: { problems: unknown } }>('mutation ($bundle: JSON!) { installApp(bundle: $bundle, consents: []) { problems { message } } }', { bundle })).installApp.problems).toEqual([]);
  const stateOf = async () => (await ask<{ retentionStates: readonly { rule: string }[] }>('{ retentionStates { rule active changed } }')).retentionStates.find(({ rule: name }) => name === 'oldVisits');
  await install(app('1.0.0', 6));
  expect(await stateOf()).toEqual({ rule: 'oldVisits', active: false, changed: false });
  await ask('mutation { switchRetentionRule(rule: "oldVisits", on: true, expected: 0) { active } }');
  expect(await stateOf()).toEqual({ rule: 'oldVisits', active: true, changed: false });
  await install(app('1.1.0', 3));
  expect(await stateOf()).toEqual({ rule: 'oldVisits', active: false, changed: true });
});

// The org is another one from here on.
it('what a rule removed for good stays away when a backup from before is restored, and what it left comes back', async () => {
  const headers = { cookie: admin.cookie, 'x-guanxi-request': '1' };
  const gone = await create('Guest', { name: 'Zyxwova', lastSeen: '2020-01-01', kind: 'over' });
  await create('Wish', { name: 'Zyxwova wants tea', guestId: gone });
  await create('Guest', { name: 'Stays', lastSeen: '2020-01-01' });
  const backup = (await test.app.inject({ url: '/backup', headers })).rawPayload;
  await arrange(rule({ do: 'purge', activity: [], when: "kind = 'over'" }));
  await comesNight();
  expect((await state())?.lastRun).toMatchObject({ status: 'DONE', done: 1 });
  const [noted] = await run<{ detail: unknown }>(sql`select detail from guanxi.trail where kind = 'retentionRun' and chain = ${test.org.id} order by seq desc limit 1`);
  expect(noted?.detail).toMatchObject({ rule: 'Old guests', object: 'Guest', do: 'purge', count: 1, kept: 0 });
  await ask('mutation { deleteGuestsWhere(where: { name: { eq: "Stays" } }) { operationId } }', {}, '/graphql');
  const restored = await test.app.inject({ method: 'POST', url: '/restore?replace=1', headers: { ...headers, 'content-type': 'application/octet-stream' }, payload: backup });
  expect(restored.payload).toContain('"done"');
  expect(await guestNames()).toEqual(['Stays']);
  const [org] = (await test.database.pool.query<{ schema: string }>('select schema from guanxi.org where id = (select org_id from guanxi."user" where email = $1)', [ADMIN.email])).rows;
  for (const table of ['guest', 'wish', '_history']) expect([table, (await run(sql`select from ${sql.id(org?.schema ?? '', table)} t where t::text ilike '%zyxwova%'`)).length]).toEqual([table, 0]);
}, 60_000);
