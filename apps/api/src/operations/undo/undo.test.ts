import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import { OrgDatabase } from '../../database/org-database.js';
import { Models } from '../../metadata/models.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { Engine } from '../../automation/engine.js';
import { OperationRunner } from '../operation-runner.js';
import { undoDocuments } from '../testing/undo-documents.js';
import { publishDocuments } from '../../testing/publish-documents.js';

/** `UNDO_RECORDS=100000` for the size that is promised. */
const USUAL = 2_000;
const RECORDS = Number(process.env['UNDO_RECORDS'] ?? USUAL);
const CHANGED_AGAIN = RECORDS / 200;

let app: TestApp;
let admin: Caller;
let bob: Caller;

beforeAll(async () => {
  app = await startTestApp('undo', { GUANXI_STATEMENT_TIMEOUT: '600000' });
  admin = await app.signIn(ADMIN.email, ADMIN.password);
  await publishDocuments(admin, undoDocuments);
  await ask('mutation { createUser(input: { name: "Bob", email: "bob@example.com", password: "a password for tests", permissionSets: ["accounting"] }) { id } }', {}, '/metadata');
  bob = await app.signIn('bob@example.com', 'a password for tests');
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  for (const name of ['Account', 'Contact', 'Line', 'Card']) await run(sql`truncate ${await tableOf(name)} cascade`);
  await run(sql`truncate ${orgTable(app.org.schema, 'history')}, ${orgTable(app.org.schema, 'event')}, ${orgTable(app.org.schema, 'operation')}, ${orgTable(app.org.schema, 'merged')} cascade`);
});

const run = <Row extends object>(statement: Parameters<ReturnType<OrgDatabase['session']>['run']>[0]) => app.app.get(OrgDatabase).session(app.org).run<Row>(statement);

async function tableOf(name: string) {
  const { model } = await app.app.get(Models).current(app.org);
  const object = model.objectByName.get(name);
  if (!object) throw new Error(`There is no ${name}.`);
  return recordTable(app.org.schema, object);
}

/** What search keeps of a text costs many times what changing the row does, here and in a bare UPDATE alike. */
async function dropSearchIndexes(): Promise<void> {
  const found = await run<{ name: string }>(sql`select indexname as name from pg_indexes where schemaname = ${app.org.schema} and tablename = 'account' and indexdef ilike '%using gin%'`);
  for (const { name } of found) await run(sql`drop index ${sql.id(app.org.schema, name)}`);
}

async function ask<Data = Record<string, never>>(query: string, variables: Record<string, unknown> = {}, path = '/graphql', caller = admin): Promise<Data> {
  const { data, errors } = await caller.ask<Data>(query, variables, path);
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data;
}

interface Told {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly kind: string;
  readonly undoable: boolean;
  readonly undoneBy: string | null;
  readonly undoes: string | null;
  readonly counts: readonly { object: string; created: number; updated: number; deleted: number; restored: number }[];
  readonly leftOutCount: number;
  readonly leftOut: readonly { object: string; name: string | null; field: string | null; reason: string }[];
  readonly error: string | null;
}

const TOLD = 'id kind title status undoable undoneBy undoes counts { object created updated deleted restored } leftOutCount leftOut(first: 1000) { object name field reason } error';

async function latest(caller = admin): Promise<Told> {
  const { operations } = await ask<{ operations: Told[] }>(`{ operations(first: 1) { ${TOLD} } }`, {}, '/metadata', caller);
  if (!operations[0]) throw new Error('There is no operation.');
  return operations[0];
}

async function undo(id: string, caller = admin): Promise<Told> {
  const { undoOperation } = await ask<{ undoOperation: Told }>(`mutation ($id: ID!) { undoOperation(id: $id) { ${TOLD} } }`, { id }, '/metadata', caller);
  if (undoOperation.status !== 'RUNNING') return undoOperation;
  await app.app.get(OperationRunner, { strict: false }).runOpen(app.org);
  return (await ask<{ operation: Told }>(`query ($id: ID!) { operation(id: $id) { ${TOLD} } }`, { id: undoOperation.id }, '/metadata', caller)).operation;
}

async function create(object: string, plural: string, rows: readonly object[]): Promise<string[]> {
  const { made } = await ask<{ made: { id: string }[] }>(`mutation ($data: [${object}Create!]!) { made: create${plural}(data: $data) { id } }`, { data: rows });
  return made.map(({ id }) => id);
}

const accounts = async () => (await ask<{ accounts: { nodes: object[] } }>('{ accounts(orderBy: [{ name: ASC }]) { nodes { name city worth } } }')).accounts.nodes;

it(`puts back what is still there of ${RECORDS} changed records, and lists the ${CHANGED_AGAIN} that were changed again`, async () => {
  if (RECORDS > USUAL) await dropSearchIndexes();
  await run(sql`insert into ${await tableOf('Account')} (id, created_at, created_by, updated_at, updated_by, version, owner_id, name, city)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, now(), u.id, now(), u.id, 1, u.id, 'N' || n, 'Taipei' from generate_series(1, ${RECORDS}::integer) n, ${orgTable(app.org.schema, 'user')} u where u.email = ${ADMIN.email}`);
  await run(sql`analyze ${await tableOf('Account')}`);
  const started = performance.now();
  await ask('mutation { updateAccountsWhere(where: {}, data: { city: "Tainan" }) { changed } }');
  const changed = performance.now();
  const operation = await latest();
  expect(operation).toMatchObject({ title: `City changed in ${RECORDS.toLocaleString('en')} Accounts`, undoable: true, counts: [{ object: 'Account', updated: RECORDS }] });
  await ask(`mutation { updateAccountsWhere(where: { name: { in: ${JSON.stringify(Array.from({ length: CHANGED_AGAIN }, (_, n) => `N${n * 200 + 1}`))} } }, data: { city: "Hualien" }) { changed } }`);
  const before = performance.now();
  const undone = await undo(operation.id);
  const after = performance.now();
  expect(undone).toMatchObject({ kind: 'UNDO', status: 'DONE', title: `Undone: City changed in ${RECORDS.toLocaleString('en')} Accounts`, undoes: operation.id, counts: [{ object: 'Account', updated: RECORDS - CHANGED_AGAIN }], leftOutCount: CHANGED_AGAIN });
  expect(undone.leftOut[0]).toEqual({ object: 'Account', name: 'N1', field: 'city', reason: 'CHANGED_SINCE' });
  const [cities] = await run(sql`select count(*) filter (where city = 'Taipei')::int as back, count(*) filter (where city = 'Hualien')::int as kept, count(*) filter (where version = 3)::int as counted,
    (select count(*)::int from ${orgTable(app.org.schema, 'history')} where operation_id = ${undone.id}::uuid) as history, (select count(*)::int from ${orgTable(app.org.schema, 'event')}) as events from ${await tableOf('Account')}`);
  expect(cities).toEqual({ back: RECORDS - CHANGED_AGAIN, kept: CHANGED_AGAIN, counted: RECORDS, history: RECORDS - CHANGED_AGAIN, events: RECORDS * 2 });
  if (RECORDS > USUAL) console.log(`${RECORDS} records: changed in ${Math.round(changed - started)} ms, undone in ${Math.round(after - before)} ms, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB resident`);
  expect(await latest()).toMatchObject({ id: undone.id });
}, 900_000);

it('puts created records into the bin and brings deleted ones back with what went with them; an undo is undone like anything else', async () => {
  const [a = '', b = ''] = await create('Account', 'Accounts', [{ name: 'A' }, { name: 'B' }]);
  const created = await latest();
  await create('Line', 'Lines', [{ name: 'L', accountId: a }, { name: 'M', accountId: b }]);
  await ask('mutation ($ids: [ID!]!) { deleteAccounts(ids: $ids) { id } }', { ids: [a, b] });
  const deleted = await latest();
  expect(deleted.counts).toEqual(expect.arrayContaining([expect.objectContaining({ object: 'Account', deleted: 2 }), expect.objectContaining({ object: 'Line', deleted: 2 })]) as unknown);
  const restored = await undo(deleted.id);
  expect(restored.counts).toEqual(expect.arrayContaining([expect.objectContaining({ object: 'Account', restored: 2 }), expect.objectContaining({ object: 'Line', restored: 2 })]) as unknown);
  const again = await undo(restored.id);
  expect(again).toMatchObject({ status: 'DONE', leftOutCount: 0, title: 'Done again: 2 Accounts deleted' });
  expect(await accounts()).toEqual([]);
  await undo(again.id);
  expect(await accounts()).toHaveLength(2);
  // Something has happened to them since they were made.
  expect(await undo(created.id)).toMatchObject({ leftOutCount: 2, leftOut: [{ reason: 'CHANGED_SINCE' }, { reason: 'CHANGED_SINCE' }] });
  await create('Account', 'Accounts', [{ name: 'C' }, { name: 'D' }, { name: 'E' }]);
  const fresh = await latest();
  const { accounts: found } = await ask<{ accounts: { nodes: { id: string }[] } }>('{ accounts(where: { name: { eq: "C" } }) { nodes { id } } }');
  await create('Line', 'Lines', [{ name: 'Leans', accountId: found.nodes[0]?.id }]);
  expect(await undo(fresh.id)).toMatchObject({ counts: [{ deleted: 2 }], leftOut: [{ name: 'C', field: null, reason: 'CHANGED_SINCE' }] });
  expect(await accounts()).toMatchObject([{ name: 'A' }, { name: 'B' }, { name: 'C' }]);
});

it('takes a merge apart: the record is back, with its references, values and comments', async () => {
  const [winner = '', loser = ''] = await create('Account', 'Accounts', [{ name: 'Winner', city: 'X' }, { name: 'Loser', code: 'L-1' }]);
  await create('Contact', 'Contacts', [{ name: 'Ann', accountId: loser }, { name: 'Ben', accountId: winner }]);
  await ask('mutation ($id: ID!) { addComment(object: "Account", recordId: $id, text: "Of the loser") { id } }', { id: loser }, '/metadata');
  await ask('mutation ($into: ID!, $from: [ID!]!) { mergeAccount(into: $into, from: $from, data: { code: "L-1", city: "Y" }) { id } }', { into: winner, from: [loser] });
  const merged = await latest();
  expect(merged).toMatchObject({ kind: 'MERGE', title: 'Accounts merged' });
  expect(await undo(merged.id)).toMatchObject({ status: 'DONE', leftOutCount: 0 });
  const { accounts: nodes } = await ask<{ accounts: { nodes: object[] } }>('{ accounts(orderBy: [{ name: ASC }]) { nodes { name city code contacts { nodes { name } } } } }');
  expect(nodes).toEqual({ nodes: [
    { name: 'Loser', city: null, code: 'L-1', contacts: { nodes: [{ name: 'Ann' }] } },
    { name: 'Winner', city: 'X', code: null, contacts: { nodes: [{ name: 'Ben' }] } },
  ] });
  const { timeline } = await ask<{ timeline: { items: { kind: string }[] } }>('query ($id: ID!) { timeline(object: "Account", recordId: $id) { items { kind text } } }', { id: loser }, '/metadata');
  expect(timeline.items).toContainEqual({ kind: 'comment', text: 'Of the loser' });
});

it('lets shares follow a merge, and gives them back when it is taken apart', async () => {
  const [winner = '', first = '', second = ''] = await create('Account', 'Accounts', [{ name: 'Winner' }, { name: 'First' }, { name: 'Second' }]);
  const { users } = await ask<{ users: { id: string; email: string }[] }>('{ users { id email } }', {}, '/metadata');
  const bobId = users.find(({ email }) => email === 'bob@example.com')?.id;
  const adminId = users.find(({ email }) => email === ADMIN.email)?.id ?? '';
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const put = (record: string, principal: string, access: string, end: string | null) => run(sql`insert into ${orgTable(app.org.schema, 'share')} (id, object, record_id, principal, access, until, reason, created_by, created_at)
    select gen_random_uuid(), object, record_id, ${principal}, ${access}, ${end}::timestamptz, null, ${adminId}::uuid, now() from ${orgTable(app.org.schema, 'history')} where record_id = ${record}::uuid and kind = 'created'`);
  await put(winner, 'team:blue', 'read', until);
  await put(first, 'team:blue', 'edit', null);
  await put(first, `user:${bobId ?? ''}`, 'read', until);
  await put(second, `user:${bobId ?? ''}`, 'edit', until);
  await put(second, 'role:over', 'read', '2020-01-01T00:00:00Z');
  const shares = async () => (await run<{ name: string; principal: string; access: string; ends: boolean }>(sql`select a.name, s.principal, s.access, s.until is not null as ends
    from ${orgTable(app.org.schema, 'share')} s join ${await tableOf('Account')} a on a.id = s.record_id order by 1, 2`)).map(({ name, principal, access, ends }) => `${name} ${principal.replace(/user:.*/, 'bob')} ${access}${ends ? ' until' : ''}`);
  const before = await shares();
  await ask('mutation ($into: ID!, $from: [ID!]!) { mergeAccount(into: $into, from: $from, data: {}) { id } }', { into: winner, from: [first, second] });
  expect((await shares()).filter((share) => share.startsWith('Winner'))).toEqual(['Winner team:blue edit', 'Winner bob edit until']);
  const merged = await latest();
  expect(await undo(merged.id)).toMatchObject({ status: 'DONE', leftOutCount: 0 });
  expect(await shares()).toEqual(before);
});

it('puts the earliest value back where an operation changed a record several times, and roll-ups follow', async () => {
  const [id = ''] = await create('Account', 'Accounts', [{ name: 'A', city: 'one' }, { name: 'B', city: 'one' }]);
  await ask('mutation ($id: ID!) { a: updateAccount(id: $id, data: { city: "two" }) { id } b: updateAccount(id: $id, data: { city: "three", name: "AA" }) { id } c: updateAccount(id: $id, data: { name: "A" }) { id } l: createLines(data: [{ name: "L", accountId: $id, amount: "5" }]) { id } }', { id });
  expect(await accounts()).toMatchObject([{ name: 'A', city: 'three', worth: '5.00' }, { name: 'B' }]);
  const operation = await latest();
  expect(await undo(operation.id)).toMatchObject({ leftOutCount: 0 });
  expect(await accounts()).toMatchObject([{ name: 'A', city: 'one', worth: '0.00' }, { name: 'B' }]);
});

it('keeps to the rules and rights of whoever undoes it, and tells what they keep from it', async () => {
  await create('Account', 'Accounts', [{ name: 'A', city: 'closed' }, { name: 'B', city: 'open' }]);
  await run(sql`update ${await tableOf('Account')} set city = 'forbidden' where name = 'A'`);
  await ask('mutation { updateAccountsWhere(where: {}, data: { city: "allowed" }) { changed } }');
  const operation = await latest();
  expect(await undo(operation.id)).toMatchObject({ counts: [{ updated: 1 }], leftOut: [{ object: 'Account', name: 'A', field: null, reason: 'RULE' }] });
  expect(await accounts()).toMatchObject([{ city: 'allowed' }, { city: 'open' }]);
});

it('is for whoever did it and for admins, once, and for 30 days', async () => {
  await ask('mutation { createAccounts(data: [{ name: "A" }, { name: "B" }]) { id } }', {}, '/graphql', bob);
  const operation = await latest(bob);
  await create('Account', 'Accounts', [{ name: 'C' }, { name: 'D' }]);
  const adminsOwn = await latest();
  const code = async (id: string, caller: Caller) => (await caller.ask('mutation ($id: ID!) { undoOperation(id: $id) { id } }', { id })).errors?.[0]?.extensions.code;
  expect(await code(adminsOwn.id, bob)).toBe('NOT_FOUND');
  expect(await undo(operation.id, bob)).toMatchObject({ counts: [{ deleted: 2 }] });
  expect(await code(operation.id, bob)).toBe('CONFLICT');
  await run(sql`update ${orgTable(app.org.schema, 'operation')} set started_at = started_at - interval '31 days' where id = ${adminsOwn.id}::uuid`);
  expect(await code(adminsOwn.id, admin)).toBe('CONFLICT');
});

it('goes on after the answer when it is large, and a bulk change as well where that is asked for', async () => {
  await create('Account', 'Accounts', Array.from({ length: 1_200 }, (_, n) => ({ name: `N${n}` })));
  const { updateAccountsWhere: started } = await ask<{ updateAccountsWhere: { operationId: string; status: string } }>('mutation { updateAccountsWhere(where: { name: { startsWith: "N" } }, data: { city: "X" }, background: true) { operationId matched changed status } }');
  expect(started).toMatchObject({ matched: 1200, changed: 0, status: 'RUNNING' });
  await app.app.get(OperationRunner, { strict: false }).runOpen(app.org);
  expect(await latest()).toMatchObject({ id: started.operationId, status: 'DONE', counts: [{ updated: 1200 }] });
  expect(await undo(started.operationId)).toMatchObject({ status: 'DONE', counts: [{ updated: 1200 }], leftOutCount: 0 });
});

it('takes back what workflows did, as one operation of the platform that admins see', async () => {
  await ask('mutation { activateWorkflow(name: "greet", includePast: false) { active } }', {}, '/metadata');
  await create('Contact', 'Contacts', [{ name: 'Ann' }, { name: 'Ben' }]);
  await app.app.get(Engine, { strict: false }).work(app.org);
  const names = async () => (await ask<{ contacts: { nodes: { name: string }[] } }>('{ contacts(orderBy: [{ name: ASC }]) { nodes { name } } }')).contacts.nodes.map(({ name }) => name);
  expect(await names()).toEqual(['Dear Ann', 'Dear Ben']);
  const { operations } = await ask<{ operations: Told[] }>(`{ operations(kinds: [RUN]) { ${TOLD} } }`, {}, '/metadata');
  expect(operations).toMatchObject([{ kind: 'RUN', title: 'Workflow “Greet”', counts: [{ object: 'Contact', updated: 2 }] }]);
  expect(await undo(operations[0]?.id ?? '')).toMatchObject({ counts: [{ updated: 2 }], leftOutCount: 0 });
  expect(await names()).toEqual(['Ann', 'Ben']);
});
