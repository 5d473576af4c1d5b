import { startTestApp, type Caller, type TestApp, ADMIN } from '../testing/test-app.js';
import { publishDocuments } from '../testing/publish-documents.js';

let test: TestApp;
let admin: Caller;

beforeAll(async () => {
  test = await startTestApp('apps');
  admin = await test.signIn(ADMIN.email, ADMIN.password);
});
afterAll(() => test.close());

const text = (id: string, title: string, more: object = {}) => ({ type: 'string', title, guanxi: { id, type: 'text' }, ...more });
const base = { ticket: { name: text('t-name', 'Subject'), note: text('t-note', 'Note') } };

function bundle(version: string, properties: object, more: object = {}) {
  return {
    format: 'guanxi-app/1',
    app: { kind: 'app', name: 'helpdesk', title: 'Help desk', version, navigation: ['Ticket'], guanxi: { id: 'app-helpdesk' }, ...more },
    documents: [
      { kind: 'object', name: 'Ticket', title: 'Ticket', type: 'object', properties, guanxi: { id: 'o-ticket', nameField: 'name' } },
      { kind: 'view', name: 'Ticket.all', title: 'All tickets', object: 'Ticket', columns: ['name'], guanxi: { id: 'v-ticket' } },
    ],
  };
}

const INSTALL = 'mutation ($bundle: JSON!, $choices: JSON, $consents: [String!]!) { installApp(bundle: $bundle, choices: $choices, consents: $consents) { revision problems { path code message } } }';
const REVIEW = 'query ($bundle: JSON!, $choices: JSON) { appReview(bundle: $bundle, choices: $choices) { event present version changes { event path } conflicts { path mine theirs choice } plan { changes { kind } } problems { path code message } } }';

interface Review { appReview: { event: string; present: string | null; changes: { event: string; path: string }[]; conflicts: { path: string; mine: unknown; theirs: unknown; choice: string }[]; plan: { changes: { kind: string }[] } | null; problems: { code: string; message: string }[] } }

async function install(input: unknown, choices: object = {}, consents: readonly string[] = []) {
  const { data, errors } = await admin.ask<{ installApp: { revision: number | null; problems: { code: string; message: string }[] } }>(INSTALL, { bundle: input, choices, consents });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.installApp;
}

async function review(input: unknown, choices: object = {}) {
  const { data, errors } = await admin.ask<Review>(REVIEW, { bundle: input, choices });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.appReview;
}

async function publishDraft(documents: readonly object[]) {
  await publishDocuments(admin, documents);
}

async function documentNamed(kind: string, name: string): Promise<Record<string, unknown> | undefined> {
  const { data } = await admin.ask<{ documents: { kind: string; name: string; document: Record<string, unknown> }[] }>('query { documents(draft: false) { kind name document } }');
  return data?.documents.find((one) => one.kind === kind && one.name === name)?.document;
}

it('says what an app brings, installs it, and serves its records at once', async () => {
  const first = bundle('1.0.0', base.ticket);
  expect(await review(first)).toMatchObject({ event: 'install', present: null, conflicts: [], problems: [], changes: [{ event: 'added', path: '/app:helpdesk' }, { event: 'added', path: '/object:Ticket' }, { event: 'added', path: '/view:Ticket.all' }] });
  expect(await install(first)).toMatchObject({ revision: 2, problems: [] });
  const made = await admin.ask<{ createTicket: { name: string } }>('mutation { createTicket(data: { name: "Printer" }) { name } }', {}, '/graphql');
  expect(made.data?.createTicket.name).toBe('Printer');
  const { data } = await admin.ask<{ apps: { name: string; version: string; documents: number; installedAt: string | null }[] }>('query { apps { name version documents installedAt } }');
  expect(data?.apps.find(({ name }) => name === 'helpdesk')).toMatchObject({ version: '1.0.0', documents: 2, installedAt: expect.any(String) as unknown });
});

it('upgrades under the changes of the admin, and asks where both changed the same', async () => {
  const ticket = await documentNamed('object', 'Ticket');
  await publishDraft([{ ...ticket, title: 'Case', properties: { ...base.ticket, mood: text('own-mood', 'Mood') } }]);
  const next = bundle('1.1.0', { name: text('t-name', 'Subject'), note: text('t-note', 'Remark'), priority: text('t-priority', 'Priority') });
  (next.documents[0] as { title: string }).title = 'Request';
  const seen = await review(next);
  expect(seen).toMatchObject({ event: 'upgrade', present: '1.0.0', conflicts: [{ path: '/object:Ticket/title', mine: 'Case', theirs: 'Request', choice: 'mine' }] });
  expect(seen.changes.map(({ path }) => path)).toEqual(expect.arrayContaining(['/object:Ticket/properties/t-note/property/title', '/object:Ticket/properties/t-priority']));
  expect(await install(next)).toMatchObject({ problems: [] });
  const after = (await documentNamed('object', 'Ticket')) as { title: string; properties: Record<string, { title: string }> };
  expect(after.title).toBe('Case');
  expect(Object.entries(after.properties).map(([name, { title }]) => `${name}: ${title}`).sort()).toEqual(['mood: Mood', 'name: Subject', 'note: Remark', 'priority: Priority']);
  expect((await documentNamed('app', 'helpdesk'))?.['version']).toBe('1.1.0');
});

it('takes theirs where that was chosen', async () => {
  const next = bundle('1.2.0', { name: text('t-name', 'Subject'), note: text('t-note', 'Remark'), priority: text('t-priority', 'Priority') });
  (next.documents[0] as { title: string }).title = 'Inquiry';
  await install(next, { '/object:Ticket/title': 'theirs' });
  expect((await documentNamed('object', 'Ticket'))?.['title']).toBe('Inquiry');
});

it('refuses an older version, a missing dependency and what is no app, and leaves nothing behind', async () => {
  expect((await review(bundle('1.0.0', base.ticket))).problems).toMatchObject([{ code: 'version.older' }]);
  expect((await review(bundle('1.3.0', base.ticket, { dependencies: { billing: '^2.0.0' } }))).problems).toMatchObject([{ code: 'dependency.missing' }]);
  expect((await install({ hello: 1 })).problems).toMatchObject([{ code: 'bundle.unreadable' }]);
  const { data } = await admin.ask<{ draft: { changes: unknown[] } }>('query { draft { changes { name } } }');
  expect(data?.draft.changes).toEqual([]);
});

it('does not mix itself with what somebody has not published yet', async () => {
  const ticket = await documentNamed('object', 'Ticket');
  await admin.ask('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { message } } }', { documents: [{ ...ticket, title: 'Half done' }] });
  const { errors } = await admin.ask(INSTALL, { bundle: bundle('1.4.0', base.ticket), choices: {}, consents: [] });
  expect(errors?.[0]?.extensions.code).toBe('CONFLICT');
  await admin.ask('mutation { discardDraft }');
});

it('packs an app of the org with what it cannot be without, and what belongs to others as a dependency', async () => {
  await publishDraft([
    { kind: 'object', name: 'Visit', title: 'Visit', type: 'object', properties: { name: text('w-name', 'Name'), ticket: { type: 'string', format: 'uuid', guanxi: { id: 'w-ticket', type: 'lookup', target: 'Ticket' } }, site: { type: 'string', format: 'uuid', guanxi: { id: 'w-site', type: 'lookup', target: 'Site' } } }, guanxi: { id: 'o-visit' } },
    { kind: 'object', name: 'Site', title: 'Site', type: 'object', properties: { name: text('s-name', 'Name') }, guanxi: { id: 'o-site' } },
    { kind: 'permissions', name: 'visitors', title: 'Visitors', objects: { Visit: { read: 'all' }, User: { read: 'all' } }, guanxi: { id: 'p-visitors' } },
    { kind: 'app', name: 'field', title: 'Field service', version: '0.1.0', navigation: ['Visit'], contents: [{ kind: 'object', name: 'Visit' }, { kind: 'permissions', name: 'visitors' }], guanxi: { id: 'app-field' } },
  ]);
  const { data } = await admin.ask<{ exportApp: { bundle: { app: { dependencies: unknown }; documents: { name: string }[] }; added: unknown; problems: unknown[] } }>('query { exportApp(name: "field") { bundle added problems { message } } }');
  expect(data?.exportApp).toMatchObject({ added: [{ kind: 'object', name: 'Site' }], problems: [] });
  expect(data?.exportApp.bundle.app.dependencies).toEqual({ helpdesk: '^1.2.0' });
  expect(data?.exportApp.bundle.documents.map(({ name }) => name)).toEqual(['Site', 'Visit', 'visitors']);
});

it('removes an app and keeps the records, or says what would be lost', async () => {
  const removal = 'query ($keep: Boolean!) { appRemovalPlan(name: "helpdesk", keepRecords: $keep) { changes { kind risk rows } problems { message } } }';
  const losing = await admin.ask<{ appRemovalPlan: { changes: { kind: string; risk: string; rows: number | null }[]; problems: { message: string }[] } }>(removal, { keep: false });
  expect(losing.data?.appRemovalPlan.problems.length).toBeGreaterThan(0);
  const keeping = await admin.ask<{ removeApp: { revision: number | null; problems: unknown[] } }>('mutation { removeApp(name: "helpdesk", keepRecords: true) { revision problems { message } } }');
  expect(keeping.data?.removeApp).toMatchObject({ problems: [] });
  expect(await documentNamed('app', 'helpdesk')).toBeUndefined();
  expect(await documentNamed('view', 'Ticket.all')).toBeUndefined();
  const { data } = await admin.ask<{ tickets: { totalCount: number } }>('query { tickets { totalCount } }', {}, '/graphql');
  expect(data?.tickets.totalCount).toBe(1);
});

it('offers the apps that come with the product, and installs them as they are', async () => {
  const shipped = async () => (await admin.ask<{ shippedApps: { document: { name: string; version: string }; documents: number; present: string | null }[] }>('query { shippedApps { document documents present } }')).data?.shippedApps ?? [];
  const consent = (await shipped()).find(({ document }) => document.name === 'consent');
  expect(consent).toMatchObject({ documents: expect.any(Number) as unknown, present: null });
  const { data } = await admin.ask<{ shippedApp: unknown; none: unknown }>('query { shippedApp(name: "consent") none: shippedApp(name: "../consent") }');
  expect(data?.none).toBeNull();
  expect(await install(data?.shippedApp)).toMatchObject({ problems: [] });
  expect((await shipped()).find(({ document }) => document.name === 'consent')?.present).toBe(consent?.document.version);
});
