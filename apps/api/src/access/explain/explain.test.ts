import { OrgDatabase } from '../../database/org-database.js';
import { Users } from '../../identity/users.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { settlePrincipals } from '../principals.js';

const property = (type: string, keywords: object = {}, guanxi: object = {}) => ({ type: 'string', title: type, ...keywords, guanxi: { type, ...guanxi } });
const account = (preset: string) => ({
  kind: 'object', name: 'Account', title: 'Account', type: 'object', required: ['name'],
  properties: { name: { ...property('text', { maxLength: 80 }), title: 'Name' }, region: { ...property('text', { maxLength: 20 }), title: 'Region' } },
  guanxi: { nameField: 'name', sharing: { default: preset } },
});
const sales = (read: string) => ({ kind: 'permissions', name: 'sales', title: 'Sales', objects: { Account: { read, create: true, edit: 'shared', delete: 'own' } }, guanxi: {} });
const desk = { kind: 'permissions', name: 'desk', title: 'Rights desk', objects: {}, setup: ['access'], guanxi: {} };
const rule = { kind: 'sharing-rule', name: 'north', title: 'North', object: 'Account', which: { when: 'AND(region = "north", LEN(name) > 3)' }, to: [{ role: 'clerk' }], access: 'read', guanxi: {} };

interface Told { readonly allowed: boolean; readonly sentence: string; readonly missing: string[]; readonly ask: { name: string }[]; readonly steps: { kind: string; outcome: string; decides: boolean; sentence: string; link: { kind: string; name: string } | null }[] }

const EXPLAIN = `query ($userId: ID!, $object: String!, $deed: AccessDeed!, $recordId: ID, $field: String) {
  explainAccess(userId: $userId, object: $object, deed: $deed, recordId: $recordId, field: $field) {
    allowed sentence missing ask { name } steps { kind outcome decides sentence link { kind name } }
  }
}`;

describe('why somebody may or may not', () => {
  let test: TestApp;
  let admin: Caller;
  const people: Record<string, { readonly id: string; readonly caller: Caller }> = {};
  const records: Record<string, string> = {};

  beforeAll(async () => {
    test = await startTestApp('explain_access');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await publish(account('private'), sales('shared'), desk, { kind: 'role', name: 'head', title: 'Head', guanxi: {} }, { kind: 'role', name: 'clerk', title: 'Clerk', parent: 'head', guanxi: {} }, rule);
    for (const [name, role, permissionSets] of [['Ann', 'head', ['sales']], ['Ben', 'clerk', ['sales']], ['Cem', 'clerk', ['sales']], ['Dia', null, []], ['Eve', null, ['desk']]] as const) {
      const password = 'a long word 4711 x';
      const { id } = await test.app.get(Users).create(test.org, { name, email: `${name}@example.com`, password, permissionSets: [...permissionSets] });
      await test.app.get(OrgDatabase).transactionWithPlatform(test.org, async (tx, platform) => {
        await platform.query('update guanxi."user" set role = $2 where id = $1', [id, role]);
        await settlePrincipals(tx);
      });
      people[name] = { id, caller: await test.signIn(`${name}@example.com`, password) };
    }
    for (const [key, region] of [['south', 'south'], ['north', 'north']]) {
      const { data } = await caller('Ben').ask<{ createAccount: { id: string } }>(`mutation { createAccount(data: { name: "${key ?? ''} one", region: "${region ?? ''}" }) { id } }`, {}, '/graphql');
      records[key ?? ''] = data?.createAccount.id ?? '';
    }
  }, 120_000);
  afterAll(() => test.close());

  it('names the step that opens a record: the owner, a role above, a rule with whom it is for', async () => {
    expect((await explain(admin, 'Ben', 'READ', 'south')).sentence).toBe('Yes: The record is Ben’s own.');
    expect((await explain(admin, 'Ann', 'EDIT', 'south')).sentence).toBe('Yes: By roles: Ann’s role is above that of the owner, Ben.');
    const ruled = await explain(admin, 'Cem', 'READ', 'north');
    expect(ruled.sentence).toBe('Yes: The sharing rule “North” opens it to the role “Clerk”.');
    expect(ruled.steps.find(({ decides }) => decides)?.link).toEqual({ kind: 'sharing-rule', name: 'north' });
  });

  it('names everything that is missing, with the first part of a formula that is not true', async () => {
    const told = await explain(admin, 'Cem', 'READ', 'south');
    expect(told.allowed).toBe(false);
    expect(told.sentence).toBe('No: Nothing opens the record to Cem for reading.');
    expect(told.steps.map(({ sentence }) => sentence)).toContain('The sharing rule “North” does not mean this record: region = "north" is not true of it.');
    expect(told.missing).toEqual(expect.arrayContaining(['Give Cem a role above Ben.', 'Share the record with Cem, or make a sharing rule that does.']));
    const rightless = await explain(admin, 'Dia', 'READ', 'south');
    expect(rightless.sentence).toBe('No: No permission set that Dia has grants reading of Account.');
    expect(rightless.missing).toContain('Give Dia one of these permission sets: “Sales”.');
    const edits = await explain(admin, 'Cem', 'EDIT', 'north');
    expect(edits.steps.map(({ sentence }) => sentence)).toContain('The sharing rule “North” opens it for reading only.');
  });

  it('tells people about themselves, and no more than they may know', async () => {
    const told = await explain(caller('Cem'), 'Cem', 'EDIT', 'north');
    expect(told.sentence).toBe('No: Nothing opens the record to you for editing.');
    expect(told.ask.map(({ name }) => name)).toEqual(['Ben']);
    expect(JSON.stringify(told)).not.toContain('North”');
    // A record that is there and one that never was are told in the same words.
    const hidden = await explain(caller('Cem'), 'Cem', 'READ', 'south');
    records['none'] = '01890000-0000-7000-8000-000000000000';
    expect(await explain(caller('Cem'), 'Cem', 'READ', 'none')).toEqual(hidden);
    expect(hidden.sentence).toBe('No: There is no such record, or nothing opens it to you.');
    const other = await caller('Cem').ask(EXPLAIN, { userId: people['Ben']?.id, object: 'Account', deed: 'READ' });
    expect(other.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const unseen = await caller('Eve').ask(EXPLAIN, { userId: people['Ben']?.id, object: 'Account', deed: 'READ', recordId: records['south'] });
    expect(unseen.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('tells who can see a record, page by page, and only those who can', async () => {
    const query = 'query ($id: ID!, $first: Int!, $after: String) { whoCanSee(object: "Account", recordId: $id, first: $first, after: $after) { totalCount after people { user { name } reason sentence edits } } }';
    interface Seers { whoCanSee: { totalCount: number; after: string | null; people: { user: { name: string }; reason: string; sentence: string; edits: boolean }[] } }
    const first = await admin.ask<Seers>(query, { id: records['north'], first: 2 });
    const rest = await admin.ask<Seers>(query, { id: records['north'], first: 20, after: first.data?.whoCanSee.after });
    const seen = [...(first.data?.whoCanSee.people ?? []), ...(rest.data?.whoCanSee.people ?? [])].map(({ user, reason, edits }) => `${user.name} ${reason} ${String(edits)}`);
    expect(seen.sort()).toEqual(['Admin every true', 'Ann below true', 'Ben owner true', 'Cem rule false'].sort());
    expect((await caller('Cem').ask(query, { id: records['south'], first: 5 })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('tells what a change gives and takes before it is made, and makes nothing of it', async () => {
    const query = 'query ($documents: [JSON!], $people: [AccessAssignment!]) { accessChange(documents: $documents, people: $people) { totalCount counted problems { message } people { user { name } objects { object gains losses before { read edit } after { read edit } } } } }';
    interface Change { accessChange: { totalCount: number; counted: boolean; people: { user: { name: string }; objects: unknown[] }[] } }
    const given = await admin.ask<Change>(query, { people: [{ userId: people['Dia']?.id, permissionSets: ['sales'], role: 'head' }] });
    expect(given.data?.accessChange).toMatchObject({ totalCount: 1, counted: true, people: [{ user: { name: 'Dia' }, objects: [{ object: 'Account', losses: [], before: { read: 0, edit: 0 }, after: { read: 2, edit: 2 } }] }] });
    const opened = await admin.ask<Change>(query, { documents: [await published('object', 'Account', (document) => ({ ...document, guanxi: { ...(document['guanxi'] as object), sharing: { default: 'edit' } } }))] });
    expect(opened.data?.accessChange.people).toEqual([{ user: { name: 'Cem' }, objects: [{ object: 'Account', gains: [], losses: [], before: { read: 1, edit: 0 }, after: { read: 2, edit: 2 } }] }]);
    expect((await explain(admin, 'Dia', 'READ', 'south')).allowed).toBe(false);
    const { rows } = await test.database.pool.query(`select role from guanxi."user" where name = 'Dia'`);
    expect(rows).toEqual([{ role: null }]);
  });

  function caller(name: string): Caller {
    return (people[name] as { caller: Caller }).caller;
  }

  async function explain(asker: Caller, name: string, deed: string, record?: string): Promise<Told> {
    const { data, errors } = await asker.ask<{ explainAccess: Told }>(EXPLAIN, { userId: people[name]?.id, object: 'Account', deed, recordId: record === undefined ? null : records[record] });
    expect(errors).toBeUndefined();
    return data?.explainAccess as Told;
  }

  async function published(kind: string, name: string, edit: (document: Record<string, unknown>) => object): Promise<object> {
    const { data } = await admin.ask<{ documents: { kind: string; name: string; document: Record<string, unknown> }[] }>('{ documents { kind name document } }');
    return edit(data?.documents.find((one) => one.kind === kind && one.name === name)?.document ?? {});
  }

  async function publish(...documents: object[]): Promise<void> {
    const saved = await admin.ask<{ saveDraft: { problems: unknown[] } }>('mutation ($d: [JSON!]!) { saveDraft(documents: $d) { problems { path message } } }', { d: documents });
    expect([saved.errors, saved.data?.saveDraft.problems]).toEqual([undefined, []]);
    const { data } = await admin.ask<{ plan: { baseRevision: number } }>('{ plan { baseRevision } }');
    const done = await admin.ask<{ publish: { problems: unknown[] } }>('mutation ($b: Int!) { publish(baseRevision: $b) { problems { message } } }', { b: data?.plan.baseRevision });
    expect([done.errors, done.data?.publish.problems]).toEqual([undefined, []]);
  }
});
