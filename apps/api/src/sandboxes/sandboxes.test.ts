import { Orgs } from '../orgs/orgs.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { Sandboxes } from './sandboxes.js';
import { publishDocuments } from '../testing/publish-documents.js';
import { whereaboutsOf } from '../testing/whereabouts.js';

const CANARY = 'Zyxwova';

let test: TestApp;
let admin: Caller;

beforeAll(async () => {
  test = await startTestApp('sandboxes');
  admin = await test.signIn(ADMIN.email, ADMIN.password);
  await publish([
    {
      kind: 'object', name: 'Person', title: 'Person', type: 'object', guanxi: { id: 'o-person', nameField: 'name' },
      properties: {
        name: { type: 'string', guanxi: { id: 'p-name', type: 'text', personal: true } },
        email: { type: 'string', format: 'email', guanxi: { id: 'p-email', type: 'email', personal: true, unique: true } },
        city: { type: 'string', guanxi: { id: 'p-city', type: 'text' } },
        number: { type: 'string', guanxi: { id: 'p-number', type: 'autoNumber', format: 'P-{0000}' } },
        boss: { type: 'string', format: 'uuid', guanxi: { id: 'p-boss', type: 'lookup', target: 'Person', inverse: { name: 'staff' } } },
      },
    },
  ]);
  await records('mutation { a: createPerson(data: { name: "Ada", email: "ada@example.org", city: "London" }) { id } b: createPerson(data: { name: "Bob", email: "bob@example.org", city: "Bath" }) { id } }');
  const { persons: { nodes } } = await records<{ persons: { nodes: { id: string; name: string }[] } }>('query { persons(orderBy: [{ name: ASC }]) { nodes { id name } } }');
  await records('mutation ($id: ID!, $boss: ID) { updatePerson(id: $id, data: { bossId: $boss }) { id } }', { id: nodes[1]?.id, boss: nodes[0]?.id });
});
afterAll(() => test.close());

async function ask<Data>(query: string, variables: object = {}, path?: string): Promise<Data> {
  const { data, errors } = await admin.ask<Data>(query, { ...variables }, path);
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}
const records = <Data>(query: string, variables: object = {}) => ask<Data>(query, variables, '/graphql');

async function publish(documents: readonly object[]): Promise<void> {
  await publishDocuments(admin, documents);
}

async function makeSandbox(name: string, copies: string, masked: boolean): Promise<string> {
  const { createSandbox } = await ask<{ createSandbox: { id: string; state: string } }>('mutation ($input: SandboxInput!) { createSandbox(input: $input) { id state } }', { input: { name, copies, masked } });
  expect(createSandbox.state).toBe('WAITING');
  // What the worker does when it is woken.
  await test.app.get(Sandboxes).fill(await test.app.get(Orgs).byId(createSandbox.id));
  const { sandboxes } = await ask<{ sandboxes: { id: string; state: string; error: string | null }[] }>('query { sandboxes { id state error } }');
  expect(sandboxes.find(({ id }) => id === createSandbox.id)).toMatchObject({ state: 'READY', error: null });
  return createSandbox.id;
}

const enter = (id: string | null) => ask('mutation ($id: ID) { enterSandbox(id: $id) }', { id });
const people = () => records<{ persons: { nodes: { name: string; email: string; city: string; number: string; boss: { number: string } | null }[] } }>('query { persons(orderBy: [{ number: ASC }]) { nodes { name email city number boss { number } } } }');

it('copies everything, masks what says something of a person, and numbers go on', async () => {
  // What tells of a person in values of the past, in what was said, in the index of search and in the bin.
  const { createPerson: { id: person } } = await records<{ createPerson: { id: string } }>(`mutation { createPerson(data: { name: "Old ${CANARY}", email: "${CANARY}@example.org", city: "Rome" }) { id } }`);
  await records('mutation ($id: ID!, $data: PersonUpdate!) { updatePerson(id: $id, data: $data) { id } }', { id: person, data: { name: `${CANARY} Lin` } });
  await ask('mutation ($id: ID!, $text: String!) { addComment(object: "Person", recordId: $id, text: $text) { id } }', { id: person, text: `${CANARY} called` });
  const file = Buffer.from(`--edge\r\ncontent-disposition: form-data; name="file"; filename="${CANARY}.txt"\r\n\r\n${CANARY}\r\n--edge--\r\n`);
  await test.app.inject({ method: 'POST', url: `/attachments?object=Person&recordId=${person}`, headers: { cookie: admin.cookie, 'x-guanxi-request': '1', 'content-type': 'multipart/form-data; boundary=edge' }, payload: file });
  // A mail that was sent to them.
  await test.database.pool.query(`insert into "${test.org.schema}"._mail (id, key, kind, status, to_name, to_address, subject, body_text, body_html, language, record_id, created_at)
    values (gen_random_uuid(), 'mask', 'step', 'sent', $1, $1, $1, $1, $1, 'en', $2, now())`, [CANARY, person]);
  const planted = await whereaboutsOf(test, CANARY, test.org.schema);
  expect(planted.length).toBeGreaterThan(5);
  expect(planted).toContain('_mail.to_address');
  const id = await makeSandbox('Masked', 'ALL', true);
  expect((await whereaboutsOf(test, CANARY, (await test.app.get(Orgs).byId(id)).schema)).filter((place) => !place.includes('/'))).toEqual([]);
  await records('mutation ($id: ID!) { deletePerson(id: $id) { id } }', { id: person });
  await enter(id);
  const { persons } = await people();
  expect(persons.nodes.map(({ city, number, boss }) => [city, number, boss?.number ?? null])).toEqual([['London', 'P-0001', null], ['Bath', 'P-0002', 'P-0001'], ['Rome', 'P-0003', null]]);
  expect(JSON.stringify(persons)).not.toMatch(/Ada|Bob|example\.org/);
  expect(new Set(persons.nodes.map(({ email }) => email)).size).toBe(3);
  const made = await records<{ createPerson: { number: string } }>('mutation { createPerson(data: { name: "New" }) { number } }');
  expect(made.createPerson.number).toBe('P-0004');
  await enter(null);
  expect((await people()).persons.nodes).toHaveLength(2);
});

it('copies a sample as it is, or nothing but the documents', async () => {
  await enter(await makeSandbox('Sample', 'SAMPLE', false));
  expect((await people()).persons.nodes.map(({ name }) => name)).toEqual(['Ada', 'Bob']);
  await enter(null);
  await enter(await makeSandbox('Empty', 'NONE', false));
  expect((await people()).persons.nodes).toEqual([]);
  await enter(null);
});

it('copies the files of copied records, but neither people’s own nor any for who must not know people', async () => {
  const { persons: { nodes: [ada] } } = await records<{ persons: { nodes: { id: string }[] } }>('query { persons(orderBy: [{ name: ASC }], first: 1) { nodes { id } } }');
  const send = (url: string, name: string) => test.app.inject({
    method: 'POST', url, headers: { cookie: admin.cookie, 'x-guanxi-request': '1', 'content-type': 'multipart/form-data; boundary=edge' },
    payload: `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\nwords\r\n--edge--\r\n`,
  });
  expect((await send(`/attachments?object=Person&recordId=${ada?.id ?? ''}`, 'contract.txt')).statusCode).toBe(201);
  expect((await send('/attachments', 'own.txt')).statusCode).toBe(201);
  const files = async () => (await ask<{ myFiles: { attachments: { name: string; url: string }[] } }>('{ myFiles { attachments { name url } } }')).myFiles.attachments;
  await enter(await makeSandbox('With files', 'SAMPLE', false));
  const [copied, ...others] = await files();
  expect([copied?.name, others]).toEqual(['contract.txt', []]);
  expect((await test.app.inject({ method: 'GET', url: copied?.url ?? '', headers: { cookie: admin.cookie } })).body).toBe('words');
  await enter(null);
  await enter(await makeSandbox('Without files', 'ALL', true));
  expect(await files()).toEqual([]);
  await enter(null);
  expect((await files()).map(({ name }) => name)).toEqual(['own.txt', 'contract.txt']);
});

it('brings what was published in the sandbox back, and asks where both sides changed the same', async () => {
  const { sandboxes } = await ask<{ sandboxes: { id: string; name: string }[] }>('query { sandboxes { id name } }');
  const id = sandboxes.find(({ name }) => name === 'Empty')?.id ?? '';
  const current = async () => (await ask<{ documents: { kind: string; name: string; document: { title: string; properties: Record<string, object> } }[] }>('query { documents(draft: false) { kind name document } }')).documents.find(({ kind, name }) => kind === 'object' && name === 'Person')?.document;
  await enter(id);
  const there = await current();
  await publish([{ ...there, title: 'Contact', properties: { ...there?.properties, phone: { type: 'string', guanxi: { id: 'p-phone', type: 'phone' } } } }]);
  await enter(null);
  await publish([{ ...(await current()), title: 'Human' }]);

  const review = await ask<{ promotion: { conflicts: { path: string; mine: string; theirs: string }[]; changes: { path: string }[]; plan: { changes: { kind: string }[]; problems: unknown[] } } }>(
    'query ($id: ID!) { promotion(sandbox: $id) { conflicts { path mine theirs } changes { path } plan { changes { kind } problems { message } } } }', { id });
  expect(review.promotion).toMatchObject({ conflicts: [{ path: '/object:Person/title', mine: 'Human', theirs: 'Contact' }], changes: [{ path: '/object:Person/properties/p-phone' }], plan: { changes: [{ kind: 'addField' }], problems: [] } });
  const { promote } = await ask<{ promote: { revision: number | null; problems: unknown[] } }>('mutation ($id: ID!, $choices: JSON) { promote(sandbox: $id, choices: $choices) { revision problems { message } } }', { id, choices: { '/object:Person/title': 'theirs' } });
  expect(promote.problems).toEqual([]);
  const after = await current();
  expect(after?.title).toBe('Contact');
  expect(Object.keys(after?.properties ?? {})).toContain('phone');
});

it('keeps people and keys apart, and can be removed', async () => {
  const { sandboxes } = await ask<{ sandboxes: { id: string; name: string }[] }>('query { sandboxes { id name } }');
  const id = sandboxes.find(({ name }) => name === 'Sample')?.id ?? '';
  await enter(id);
  const refused = await admin.ask('mutation { createUser(input: { name: "X", email: "x@example.org", password: "long enough", permissionSets: [] }) { id } }');
  expect(refused.errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
  const { createApiKey } = await ask<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "in the sandbox") { key } }');
  await enter(null);
  const answer = await test.app.inject({ method: 'POST', url: '/metadata', headers: { authorization: `Bearer ${createApiKey.key}` }, payload: { query: 'query { session { org { id sandboxOf } } }' } });
  expect(answer.json<{ data: { session: { org: { id: string; sandboxOf: string } } } }>().data.session.org).toEqual({ id, sandboxOf: test.org.id });
  expect((await ask<{ apiKeys: { name: string }[] }>('query { apiKeys { name } }')).apiKeys.map(({ name }) => name)).not.toContain('in the sandbox');
  await ask('mutation ($id: ID!) { removeSandbox(id: $id) }', { id });
  expect((await ask<{ sandboxes: { id: string }[] }>('query { sandboxes { id } }')).sandboxes.map((one) => one.id)).not.toContain(id);
  const gone = await test.app.inject({ method: 'POST', url: '/metadata', headers: { authorization: `Bearer ${createApiKey.key}` }, payload: { query: 'query { session { org { id } } }' } });
  expect(gone.body).toContain('UNAUTHENTICATED');
});

it('refuses a second one of the same name, and a sandbox of a sandbox', async () => {
  const again = await admin.ask('mutation ($input: SandboxInput!) { createSandbox(input: $input) { id } }', { input: { name: 'Masked', copies: 'NONE', masked: false } });
  expect(again.errors?.[0]?.extensions.problems?.[0]).toMatchObject({ path: '/name', code: 'taken' });
});

it('stops a copy half way, keeps nothing of it, and fills it anew when somebody wants it again', async () => {
  const { createSandbox: { id } } = await ask<{ createSandbox: { id: string } }>('mutation ($input: SandboxInput!) { createSandbox(input: $input) { id } }', { input: { name: 'Stopped', copies: 'ALL', masked: false } });
  const job = async () => (await ask<{ backgroundJobs: { id: string; status: string; cancellable: boolean; retryable: boolean }[] }>('{ backgroundJobs(kinds: [SANDBOX]) { id status cancellable retryable } }')).backgroundJobs.find((one) => one.id === id);
  const sandbox = await test.app.get(Orgs).byId(id);
  // Somebody holds a table of the source, so that the copy stands still half way.
  const holder = await test.database.pool.connect();
  try {
    await holder.query(`begin; lock table "${test.org.schema}".person in access exclusive mode`);
    const filling = test.app.get(Sandboxes).fill(sandbox);
    for (let waits = 0; waits === 0;) waits = (await test.database.pool.query("select from pg_locks where locktype = 'relation' and not granted")).rowCount ?? 0;
    expect(await job()).toMatchObject({ cancellable: true });
    await ask('mutation ($id: ID!) { cancelBackgroundJob(kind: SANDBOX, id: $id) }', { id });
    await Promise.race([filling, new Promise((_, reject) => setTimeout(() => reject(new Error('It goes on.')), 10_000))]);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
  expect(await job()).toMatchObject({ status: 'CANCELLED', cancellable: false, retryable: true });
  await ask('mutation ($id: ID!) { retryBackgroundJob(kind: SANDBOX, id: $id) }', { id });
  await test.app.get(Sandboxes).fill(sandbox);
  expect(await job()).toMatchObject({ status: 'DONE', retryable: false });
});
