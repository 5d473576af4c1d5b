import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { publishDocuments } from '../../testing/publish-documents.js';

let test: TestApp;
let admin: Caller;
let rep: Caller;
let id = '';

const text = (fieldId: string) => ({ type: 'string', guanxi: { id: fieldId, type: 'text' } });

beforeAll(async () => {
  test = await startTestApp('action_values');
  admin = await test.signIn(ADMIN.email, ADMIN.password);
  const documents = [
    { kind: 'object', name: 'Visit', title: 'Visit', type: 'object', guanxi: { id: 'o' }, properties: { name: text('1'), days: { type: 'integer', guanxi: { id: '2', type: 'integer' } }, fee: { type: 'string', format: 'decimal', guanxi: { id: '3', type: 'currency' } }, secret: text('4') } },
    { kind: 'action', name: 'longer', title: 'Longer', object: 'Visit', guanxi: { id: 'a1' }, do: { update: { values: { days: 'days * 2 + 1', fee: 'fee + 0.5' } } } },
    { kind: 'action', name: 'map', title: 'Map', object: 'Visit', guanxi: { id: 'a2' }, do: { openUrl: '"https://example.com/?q=" & name' } },
    { kind: 'action', name: 'tell', title: 'Tell', object: 'Visit', guanxi: { id: 'a3' }, do: { update: { values: { name: 'secret' } } } },
    { kind: 'permissions', name: 'reps', title: 'Reps', guanxi: { id: 'p' }, objects: { Visit: { read: 'all', edit: 'all', fields: { secret: { read: false } } } } },
  ];
  await publishDocuments(admin, documents);
  await admin.ask('mutation { createUser(input: { name: "Rep", email: "rep@example.org", password: "long enough words", permissionSets: ["reps"] }) { id } }');
  rep = await test.signIn('rep@example.org', 'long enough words');
  const made = await admin.ask<{ createVisit: { id: string } }>('mutation { createVisit(data: { name: "Harbour", days: 3, fee: "12.25", secret: "x" }) { id } }', {}, '/graphql');
  id = made.data?.createVisit.id ?? '';
});
afterAll(() => test.close());

const values = (who: Caller, action: string) => who.ask<{ actionValues: unknown }>('query ($action: String!, $id: ID!) { actionValues(action: $action, recordId: $id) }', { action, id });

it('works out what a button would write, in the form that the fields take, for anybody who may read the record', async () => {
  expect((await values(rep, 'longer')).data?.actionValues).toEqual({ days: 7, fee: '12.75' });
  expect((await values(rep, 'map')).data?.actionValues).toEqual({ url: 'https://example.com/?q=Harbour' });
});

it('tells nothing of what the person may not read, and knows no other buttons', async () => {
  expect((await values(rep, 'tell')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await values(admin, 'tell')).data?.actionValues).toEqual({ name: 'x' });
  expect((await values(rep, 'nothing')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});
