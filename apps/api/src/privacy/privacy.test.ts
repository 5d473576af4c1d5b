import { Exports } from '../exchange/exports/exports.js';
import { Orgs } from '../orgs/orgs.js';
import { Sandboxes } from '../sandboxes/sandboxes.js';
import { publishDocuments } from '../testing/publish-documents.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { whereaboutsOf as findWhereabouts } from '../testing/whereabouts.js';

/** Stands in nothing but what tells of one person. */
const CANARY = 'Zyxwova';
/** The same of a user of the org. */
const USER = 'Quxwuva';
const EMAIL = `${CANARY.toLowerCase()}@persons.example`;

const house = {
  kind: 'object', name: 'House', title: 'House', type: 'object', guanxi: { id: 'house', nameField: 'name' },
  properties: {
    name: { title: 'Name', type: 'string', guanxi: { id: 'house-name', type: 'text' } },
    tenant: { title: 'Tenant', type: 'string', format: 'uuid', guanxi: { id: 'house-tenant', type: 'lookup', target: 'Customer', inverse: { name: 'houses', title: 'Houses' } } },
    bell: { title: 'Bell', type: 'string', guanxi: { id: 'house-bell', type: 'text', personal: true } },
    rooms: { title: 'Rooms', type: 'integer', guanxi: { id: 'house-rooms', type: 'integer' } },
  },
  required: ['name'],
};
const officer = { kind: 'permissions', name: 'officers', title: 'Officers', objects: {}, setup: ['privacy'], guanxi: { id: 'officers' } };

interface Request {
  readonly id: string;
  readonly status: string;
  readonly name: string;
  readonly erased: readonly { readonly what: string; readonly count: number }[];
}

let test: TestApp;
let admin: Caller;
let person: string;
let other: string;
let witness: string;
/** From before anybody was erased. */
let backup: Buffer;
let home: string;
let neighbour: string;

beforeAll(async () => {
  test = await startTestApp('privacy');
  admin = await test.signIn(ADMIN.email, ADMIN.password);
  await publishDocuments(admin, [house, officer]);
  await livesOn();
}, 180_000);
afterAll(() => test.close());

async function ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, path = '/metadata', caller = admin): Promise<Data> {
  const { data, errors } = await caller.ask<Data>(query, variables, path);
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}
const metadata = ask;
const records = <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}) => ask<Data>(query, variables, '/graphql');

/** A person is met, changes, is written to, talked about, brought in by a file and given out in one. */
async function livesOn(): Promise<void> {
  const create = 'mutation ($data: CustomerCreate!) { createCustomer(data: $data) { id } }';
  person = (await records<{ createCustomer: { id: string } }>(create, { data: { name: `Old ${CANARY}`, email: EMAIL, phone: '+886912345678', notes: `${CANARY} likes tea`, customerNumber: 'P-1' } })).createCustomer.id;
  other = (await records<{ createCustomer: { id: string } }>(create, { data: { name: 'Somebody else', email: 'else@persons.example' } })).createCustomer.id;
  witness = (await records<{ createCustomer: { id: string } }>(create, { data: { name: 'A witness', email: 'witness@persons.example' } })).createCustomer.id;
  await records('mutation ($id: ID!, $data: CustomerUpdate!) { updateCustomer(id: $id, data: $data) { id } }', { id: person, data: { name: `${CANARY} Lin`, address: `1 ${CANARY} Road`, notes: `Now ${CANARY} likes coffee`, city: 'Taipei' } });
  home = (await records<{ createHouse: { id: string } }>('mutation ($data: HouseCreate!) { createHouse(data: $data) { id } }', { data: { name: 'Blue house', tenantId: person, bell: CANARY, rooms: 4 } })).createHouse.id;
  await metadata('mutation ($id: ID!, $text: String!) { addComment(object: "Customer", recordId: $id, text: $text) { id } }', { id: person, text: `${CANARY} called` });
  const payload = Buffer.concat([Buffer.from(`--edge\r\ncontent-disposition: form-data; name="file"; filename="${CANARY}.pdf"\r\n\r\n%PDF-1.4\n${CANARY}`), Buffer.from('\r\n--edge--\r\n')]);
  const attached = await test.app.inject({ method: 'POST', url: `/attachments?object=Customer&recordId=${person}`, headers: { cookie: admin.cookie, 'x-guanxi-request': '1', 'content-type': 'multipart/form-data; boundary=edge' }, payload });
  expect(attached.statusCode).toBe(201);
  // Texts of others that name the person.
  neighbour = (await records<{ createHouse: { id: string } }>('mutation ($data: HouseCreate!) { createHouse(data: $data) { id } }', { data: { name: `Beside ${CANARY} LIN, upstairs` } })).createHouse.id;
  await records('mutation ($id: ID!, $data: HouseUpdate!) { updateHouse(id: $id, data: $data) { id } }', { id: neighbour, data: { rooms: 2, name: `Above ${CANARY} Lin` } });
  await metadata('mutation ($id: ID!, $text: String!) { addComment(object: "Customer", recordId: $id, text: $text) { id } }', { id: other, text: `Knows ${EMAIL}` });
  // An operation that can be undone.
  await records('mutation ($data: CustomerUpdate!) { updateCustomersWhere(where: { customerNumber: { eq: "P-1" } }, data: $data) { changed } }', { data: { notes: `${CANARY} likes water` } });
  // What a workflow, a mail server and a caller would have left behind.
  const at = '2026-01-01T00:00:00Z';
  const { schema } = test.org;
  await test.database.pool.query(`insert into "${schema}"._mail (id, key, kind, status, to_name, to_address, subject, body_text, body_html, language, record_id, created_at)
    values (gen_random_uuid(), 'k1', 'step', 'sent', $1, $2, $1, $1, $1, 'en', $3, $4), (gen_random_uuid(), 'k2', 'step', 'sent', $1, $2, $1, $1, $1, 'en', null, $4)`, [`Dear ${CANARY}`, EMAIL, person, at]);
  await test.database.pool.query(`with run as (insert into "${schema}"._run (id, workflow_id, revision, object, record_id, occasion, status, trigger, facts, started_at)
      values (gen_random_uuid(), 'welcome', 1, 'Customer', $1, 'o', 'resting', $2, $2, $3) returning id)
    insert into "${schema}"._run_step (run_id, position, step_id, status, input, output, attempts, started_at) select id, 0, 'tell', 'done', $2, $2, 1, $3 from run`, [person, JSON.stringify({ name: CANARY }), at]);
  await test.database.pool.query(`insert into "${schema}"._notification (id, user_id, kind, text, record_id, at) select gen_random_uuid(), id, 'workflow', $1, $2, $3 from "${schema}"._user limit 1`, [`Call ${CANARY}`, person, at]);
  await test.database.pool.query(`insert into "${schema}"._call_in (id, workflow_id, message_id, at, outcome, body) values (gen_random_uuid(), 'w', 'm', $1, 'refused', $2)`, [at, JSON.stringify({ name: `${CANARY} Lin` })]);
  await test.database.pool.query(`with hook as (insert into "${schema}"._webhook (id, name, url, subjects, kinds, secret, owner_id, active, cursor, created_at, updated_at)
      select gen_random_uuid(), 'Accounts', 'https://accounts.example', '[]', '{}', 's', id, false, '', $2, $2 from "${schema}"._user limit 1 returning id)
    insert into "${schema}"._delivery (id, webhook_id, message_id, type, object, record_id, status, attempts, body, response_body, milliseconds, at) select gen_random_uuid(), id, 'm1', 'record.updated', 'Customer', $1, 'failed', 1, $3, $3, 1, $2 from hook`, [person, at, JSON.stringify({ name: CANARY })]);
}

/** Files of which nobody can say of whom they tell: any erasure takes them away. */
async function isBroughtInAndGivenOut(): Promise<void> {
  await metadata('mutation ($input: ExportInput!) { startExport(input: $input) { id } }', { input: { object: 'Customer', format: 'CSV', fields: ['name', 'notes'], orderBy: [{ name: 'ASC' }], mark: false } });
  await test.app.get(Exports).runOpen(test.org, ['list']);
  await test.database.pool.query(`insert into "${test.org.schema}"._import (id, upload_id, file_name, plan, status, user_id, locale, started_at, rejected_sample)
    values (gen_random_uuid(), gen_random_uuid(), 'people.csv', '{}', 'done', gen_random_uuid(), 'en', $1, $2)`, ['2026-01-01T00:00:00Z', JSON.stringify([{ name: CANARY }])]);
}

const whereaboutsOf = (text: string, schema = test.org.schema) => findWhereabouts(test, text, schema);

/** A copy of the org as it is now, by its schema. */
async function copyOrg(): Promise<string> {
  const { createSandbox } = await metadata<{ createSandbox: { id: string } }>('mutation { createSandbox(input: { name: "Copy", copies: ALL, masked: false }) { id } }');
  const copy = await test.app.get(Orgs).byId(createSandbox.id);
  await test.app.get(Sandboxes).fill(copy);
  return copy.schema;
}
const open = async (kind: string, recordId = person, object = 'Customer') =>
  (await metadata<{ openPrivacyRequest: Request }>('mutation ($input: PrivacyRequestInput!) { openPrivacyRequest(input: $input) { id status name dueOn receivedOn } }', { input: { kind, object, recordId } })).openPrivacyRequest;

describe('a person of whom something is kept', () => {
  it('is found by a part of a name, address or phone number, in the recycle bin too', async () => {
    const find = async (text: string) => (await metadata<{ findPeople: readonly { id: string; fields: readonly string[] }[] }>('query ($text: String!) { findPeople(text: $text) { id fields } }', { text })).findPeople;
    expect(await find('zyxwova')).toEqual([{ id: person, fields: ['name', 'email'] }]);
    expect(await find('0912-345-678')).toEqual([]);
    expect(await find('912 345 678')).toEqual([{ id: person, fields: ['phone'] }]);
    expect((await admin.ask('{ findPeople(text: "a") { id } }')).errors?.[0]?.extensions.problems?.[0]?.path).toBe('/text');
  });

  it('is shown to nobody without the area of privacy', async () => {
    await metadata('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Bob', email: 'bob@office.example', password: 'a password for tests only', permissionSets: ['sales'] } });
    const bob = await test.signIn('bob@office.example', 'a password for tests only');
    expect((await bob.ask('{ findPeople(text: "zyxwova") { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { id } = await open('ACCESS');
    const url = `/privacy/requests/${id}/copy.zip`;
    expect((await test.app.inject({ url, headers: { cookie: bob.cookie } })).statusCode).toBe(403);
    expect((await test.app.inject({ url })).statusCode).toBe(401);
    await metadata('mutation ($id: ID!) { closePrivacyRequest(request: $id, refusal: "Nobody asked.") { status } }', { id });
  });

  it('gets a copy of all of it, which is written down', async () => {
    const request = await open('ACCESS');
    const { personSurvey } = await metadata<{ personSurvey: { parts: readonly object[]; traces: readonly { what: string; count: number }[]; mentions: readonly object[] } }>(
      'query ($id: ID!) { personSurvey(request: $id) { name parts { object how records fields } traces { what count } mentions { place name } } }', { id: request.id });
    expect(personSurvey.parts).toEqual([
      { object: 'Customer', how: 'person', records: 1, fields: ['name', 'contactName', 'email', 'phone', 'address', 'notes'] },
      { object: 'House', how: 'reference', records: 1, fields: ['bell'] },
    ]);
    expect(personSurvey.traces).toEqual(expect.arrayContaining([{ what: 'comments', count: 1 }, { what: 'files', count: 1 }, { what: 'mails', count: 2 }, { what: 'notifications', count: expect.any(Number) as number }, { what: 'runs', count: 1 }]));
    const copy = await test.app.inject({ url: `/privacy/requests/${request.id}/copy.zip?language=zh-TW`, headers: { cookie: admin.cookie } });
    expect([copy.statusCode, copy.headers['content-type']]).toEqual([200, 'application/zip']);
    const names = copy.rawPayload.toString('latin1');
    for (const name of ['index.html', 'person.json', 'files/001-']) expect(names).toContain(name);
    const { privacyRequest } = await metadata<{ privacyRequest: { exports: number; lastSha256: string } }>('query ($id: ID!) { privacyRequest(id: $id) { exports lastSha256 } }', { id: request.id });
    expect(privacyRequest).toEqual({ exports: 1, lastSha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string });
    const { rows } = await test.database.pool.query<{ kind: string }>('select kind from guanxi.trail where subject_id = $1 order by seq', [person]);
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['privacyRequest', 'personFound', 'personExported']));
  });

  it('is kept while a record of theirs is on hold', async () => {
    const place = async (object: string, recordId: string) => (await metadata<{ placeHold: { id: string } }>('mutation ($object: String!, $recordId: ID!) { placeHold(object: $object, recordId: $recordId, reason: "A case before the court") { id } }', { object, recordId })).placeHold.id;
    const lift = (id: string) => metadata('mutation ($id: ID!) { liftHold(id: $id) { liftedAt } }', { id });
    const hold = await place('Customer', witness);
    const request = await open('ERASURE', witness);
    const erase = () => admin.ask<{ erasePerson: Request & { held: number } }>('mutation ($id: ID!) { erasePerson(request: $id, confirmation: "A witness") { status held } }', { id: request.id });
    expect((await erase()).errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect((await records<{ customer: object }>('query ($id: ID!) { customer(id: $id) { email } }', { id: witness })).customer).toEqual({ email: 'witness@persons.example' });
    expect((await metadata<{ recordHolds: readonly object[] }>('query ($id: ID!) { recordHolds(recordId: $id) { id reason heldBy { name } } }', { id: witness })).recordHolds).toEqual([{ id: hold, reason: 'A case before the court', heldBy: { name: expect.any(String) as string } }]);
    await lift(hold);
    expect((await admin.ask('mutation ($id: ID!) { liftHold(id: $id) { id } }', { id: hold })).errors?.[0]?.extensions.code).toBe('CONFLICT');
    // A record that only points to the person is left out of the erasure of everything else.
    const held = (await records<{ createHouse: { id: string } }>('mutation ($data: HouseCreate!) { createHouse(data: $data) { id } }', { data: { name: 'Held house', tenantId: witness, bell: 'Kept bell' } })).createHouse.id;
    const onHouse = await place('House', held);
    expect((await erase()).data?.erasePerson).toEqual({ status: 'DONE', held: 1 });
    expect((await records<{ house: object; customer: object }>('query ($id: ID!, $house: ID!) { house(id: $house) { bell } customer(id: $id) { email } }', { id: witness, house: held }))).toEqual({ house: { bell: 'Kept bell' }, customer: { email: null } });
    await lift(onHouse);
    const listed = await metadata<{ holds: readonly { object: string; name: string | null; liftedAt: string | null }[] }>('{ holds { object name liftedAt } }');
    expect(listed.holds).toEqual([{ object: 'House', name: 'Held house', liftedAt: expect.any(String) as string }, { object: 'Customer', name: expect.stringMatching(/^Masked/u) as string, liftedAt: expect.any(String) as string }]);
    const { rows } = await test.database.pool.query<{ kind: string }>('select kind from guanxi.trail where subject_id = $1 order by seq', [held]);
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['holdPlaced', 'holdLifted']));
  });

  it('may be a user, whose account goes when nobody can sign in by it any more', async () => {
    const { createUser: user } = await metadata<{ createUser: { id: string } }>('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: `${USER} Chen`, email: `${USER}@office.example`, password: 'a password for tests only', permissionSets: ['admin'] } });
    const colleague = await test.signIn(`${USER}@office.example`, 'a password for tests only');
    const { createCustomer: written } = (await colleague.ask<{ createCustomer: { id: string } }>('mutation { createCustomer(data: { name: "Written by them" }) { id } }', {}, '/graphql')).data ?? { createCustomer: { id: '' } };
    await test.app.inject({ url: '/', headers: { cookie: colleague.cookie, 'user-agent': `${USER} Browser` } });
    const { findPeople } = await metadata<{ findPeople: readonly object[] }>('query ($text: String!) { findPeople(text: $text) { object id fields } }', { text: USER.toLowerCase() });
    expect(findPeople).toEqual([{ object: 'User', id: user.id, fields: ['name', 'email'] }]);
    const request = await open('ERASURE', user.id, 'User');
    expect(request.name).toBe(`${USER} Chen`);
    const { personSurvey } = await metadata<{ personSurvey: { parts: readonly object[]; traces: readonly { what: string; count: number }[] } }>('query ($id: ID!) { personSurvey(request: $id) { parts { object how records fields } traces { what count } } }', { id: request.id });
    expect(personSurvey.parts).toEqual([{ object: 'User', how: 'account', records: 1, fields: ['name', 'email'] }]);
    expect(personSurvey.traces).toEqual(expect.arrayContaining([{ what: 'sessions', count: 1 }, { what: 'signIns', count: 1 }]));
    const copy = await test.app.inject({ url: `/privacy/requests/${request.id}/copy.zip`, headers: { cookie: admin.cookie } });
    expect(copy.statusCode).toBe(200);
    const erase = () => admin.ask<{ erasePerson: Request }>('mutation ($id: ID!, $confirmation: String!) { erasePerson(request: $id, confirmation: $confirmation) { status name erased { what count } } }', { id: request.id, confirmation: `${USER} Chen` });
    expect((await erase()).errors?.[0]?.extensions.code).toBe('CONFLICT');
    await metadata('mutation ($id: ID!) { updateUser(id: $id, input: { active: false }) { id } }', { id: user.id });
    backup = (await test.app.inject({ url: '/backup', headers: { cookie: admin.cookie } })).rawPayload;
    const { data, errors } = await erase();
    expect(errors).toBeUndefined();
    expect(data?.erasePerson).toMatchObject({ status: 'DONE', name: 'Erased user' });
    expect(await whereaboutsOf(USER)).toEqual([]);
    expect((await records<{ customer: object }>('query ($id: ID!) { customer(id: $id) { createdBy { name active } } }', { id: written.id })).customer).toEqual({ createdBy: { name: 'Erased user', active: false } });
  });

  it('is named by nobody else any more where that is asked for', async () => {
    const request = await open('ERASURE');
    const survey = async () => (await metadata<{ personSurvey: { mentions: readonly { place: string; id: string; field: string | null }[] } }>('query ($id: ID!) { personSurvey(request: $id) { mentions { place id field } } }', { id: request.id })).personSurvey.mentions;
    const mentions = await survey();
    expect(mentions).toEqual(expect.arrayContaining([{ place: 'House', id: neighbour, field: 'name' }, { place: 'comment', id: expect.any(String) as string, field: null }]));
    expect((await metadata<{ replaceMentions: number }>('mutation ($id: ID!, $mentions: [PersonMentionInput!]!) { replaceMentions(request: $id, mentions: $mentions, text: "a customer") }', { id: request.id, mentions })).replaceMentions).toBe(mentions.length);
    expect(await survey()).toEqual([]);
    expect((await records<{ house: object }>('query ($id: ID!) { house(id: $id) { name } }', { id: neighbour })).house).toEqual({ name: 'Above a customer' });
    const { rows } = await test.database.pool.query<{ changes: string }>(`select changes::text as changes from "${test.org.schema}"._history where record_id = $1 order by id`, [neighbour]);
    expect(rows.map(({ changes }) => changes.toLowerCase()).join()).not.toContain(CANARY.toLowerCase());
    await metadata('mutation ($id: ID!) { closePrivacyRequest(request: $id, refusal: "Asked again.") { status } }', { id: request.id });
  });

  it('is erased everywhere, and nothing brings them back, a backup neither', async () => {
    const request = await open('ERASURE');
    const erase = (confirmation: string) => admin.ask<{ erasePerson: Request }>('mutation ($id: ID!, $confirmation: String!) { erasePerson(request: $id, confirmation: $confirmation) { status name sandboxes erased { what count } } }', { id: request.id, confirmation });
    expect((await erase('Somebody')).errors?.[0]?.extensions.problems?.[0]).toMatchObject({ path: '/confirmation', code: 'confirmation' });
    await isBroughtInAndGivenOut();
    const planted = await whereaboutsOf(CANARY);
    expect(planted).toEqual(expect.arrayContaining(['_delivery.body', '_history.changes', '_import.rejected_sample', '_file_content.bytes', expect.stringContaining('/exports/')]));
    const copy = await copyOrg();
    expect((await whereaboutsOf(CANARY, copy)).length).toBeGreaterThan(3);
    const { data, errors } = await erase(`${CANARY} Lin`);
    expect(errors).toBeUndefined();
    expect(data?.erasePerson).toMatchObject({ status: 'DONE', sandboxes: 1 });
    expect(data?.erasePerson.erased).toEqual(expect.arrayContaining([{ what: 'Customer', count: 1 }, { what: 'House', count: 1 }, { what: 'comments', count: 1 }]));
    expect(await whereaboutsOf(CANARY)).toEqual([]);
    // To undo what was done to the person before brings nothing back either.
    const { rows: done } = await test.database.pool.query<{ id: string }>(`select distinct operation_id as id from "${test.org.schema}"._history where record_id = $1 and operation_id is not null`, [person]);
    for (const { id } of done) await admin.ask('mutation ($id: ID!) { undoOperation(id: $id) { id } }', { id });
    expect(await whereaboutsOf(CANARY)).toEqual([]);
    expect(await whereaboutsOf(CANARY, copy)).toEqual([]);

    const { customer, house: kept } = await records<{ customer: object; house: object }>('query ($id: ID!, $house: ID!) { customer(id: $id) { name email phone notes address city customerNumber } house(id: $house) { name bell rooms tenantId } }', { id: person, house: home });
    expect(customer).toEqual({ name: expect.stringMatching(/^Masked /u) as string, email: null, phone: null, notes: null, address: null, city: 'Taipei', customerNumber: 'P-1' });
    expect(kept).toEqual({ name: 'Blue house', bell: null, rooms: 4, tenantId: person });
    const { rows } = await test.database.pool.query<{ changes: object }>(`select changes from "${test.org.schema}"._history where record_id = $1 order by id`, [person]);
    expect(rows.map(({ changes }) => Object.keys(changes).sort())).toEqual([['customerNumber', 'status'], ['city'], [], []]);
    const { customer: elsewhere } = await records<{ customer: object }>('query ($id: ID!) { customer(id: $id) { name email } }', { id: other });
    expect(elsewhere).toEqual({ name: 'Somebody else', email: 'else@persons.example' });
    expect((await erase(`${CANARY} Lin`)).errors?.[0]?.extensions.code).toBe('CONFLICT');

    // A backup from before brings everybody back but those who were erased since.
    const restored = await test.app.inject({ method: 'POST', url: '/restore?replace=1', headers: { cookie: admin.cookie, 'x-guanxi-request': '1', 'content-type': 'application/octet-stream' }, payload: backup });
    expect(restored.payload).toContain('"done"');
    const { rows: [org] } = await test.database.pool.query<{ schema: string }>('select schema from guanxi.org');
    expect(org?.schema).not.toBe(test.org.schema);
    for (const text of [CANARY, USER]) expect(await whereaboutsOf(text, org?.schema)).toEqual([]);
    const { rows: names } = await test.database.pool.query<{ name: string }>(`select name from "${org?.schema ?? ''}".customer where id = any($1) order by name`, [[person, other]]);
    expect(names.map(({ name }) => name)).toEqual([expect.stringMatching(/^Masked /u) as string, 'Somebody else']);
    // Their name in texts of others came back as well, and is gone again.
    const { rows: houses } = await test.database.pool.query<{ name: string }>(`select name from "${org?.schema ?? ''}".house where id = $1`, [neighbour]);
    expect(houses).toEqual([{ name: 'Above a customer' }]);
  }, 60_000);
});
