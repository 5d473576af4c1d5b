import { setTimeout as rest } from 'node:timers/promises';
import { Workers } from '../queue/workers.js';
import { everyDocument } from '../testing/every-document.js';
import { ADMIN, startTestApp, type Caller, type TestApp, type TestProblem } from '../testing/test-app.js';
import type { FileFormatName } from './formats/file-format.js';

const FIELDS = [
  'subject', 'customer', 'about', 'topic', 'detail', 'tags', 'done', 'day', 'at', 'moment', 'took', 'count', 'ratio', 'share', 'price', 'money', 'notes', 'report', 'mail', 'call', 'page', 'place', 'spot', 'raw', 'secret', 'who', 'outside',
];
const READ = `subject customerId about { __typename ... on Contact { id } ... on Customer { id } } topic detail tags done day at moment took count ratio share price money notes report mail call page
  place { street city state postalCode country } spot { latitude longitude } raw secret whoId outside`;

/** What goes out comes in again as it was, in every format and of every kind. */
describe('records that go out and come in again', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('exchange_round_trip', { GUANXI_TIME_ZONE: 'Asia/Taipei', GUANXI_COUNTRY: 'TW' });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await publishEverything();
    const { customer } = await ask<{ customer: { id: string } }>('mutation { customer: createCustomer(data: { name: "王小明" }) { id } }');
    const { contact } = await ask<{ contact: { id: string } }>('mutation ($id: ID!) { contact: createContact(data: { name: { first: "Ada", last: "Lovelace" }, customerId: $id }) { id } }', { id: customer.id });
    const { session } = await ask<{ session: { user: { id: string } } }>('{ session { user { id } } }', {}, '/metadata');
    for (const data of [
      {
        subject: '=1+1', customerId: customer.id, about: { contact: contact.id }, topic: 'price', detail: 'high', tags: ['a', 'b'], done: true, day: '2026-02-03', at: '14:30:05', moment: '2026-02-03T01:02:03.000Z', took: 5400,
        count: -7, ratio: '-0.12', share: '12.50', price: '123456789.12', money: 'USD', notes: 'Line 1\nLine 2, "quoted"; \u{1F600}', report: '<p>Good <strong>work</strong></p>', mail: 'a@example.com', call: '+886912345678',
        page: 'https://example.com/?a=1&b=2', place: { street: '1, "A" Road', city: '臺北', postalCode: '00100', country: 'TW' }, spot: { latitude: '25.03', longitude: '-121.56' }, raw: { a: [1, null, 'x'] }, secret: 'hidden',
        whoId: session.user.id, outside: '0007',
      },
      { subject: "'quoted", customerId: customer.id, outside: '-1', done: false },
    ]) await ask('mutation ($data: VisitCreate!) { made: createVisit(data: $data) { id } }', { data });
    await test.app.get(Workers).start();
  }, 90_000);
  afterAll(() => test.close());

  it.each<FileFormatName>(['csv', 'xlsx', 'ndjson'])('are the same after %s', async (format) => {
    const before = await readVisits();
    expect(before).toHaveLength(2);
    const file = await test.app.inject({ method: 'GET', url: `/export/Visit.${format}?fields=${FIELDS.join(',')}`, headers: { cookie: admin.cookie } });
    expect(file.statusCode).toBe(200);
    const { visits } = await ask<{ visits: { nodes: { id: string }[] } }>('{ visits { nodes { id } } }');
    for (const { id } of visits.nodes) await ask('mutation ($id: ID!) { deleteVisit(id: $id) { id } }', { id });
    await bringIn(format, file.rawPayload);
    expect(await readVisits()).toEqual(before);
  }, 60_000);

  async function readVisits(): Promise<readonly unknown[]> {
    return (await ask<{ visits: { nodes: unknown[] } }>(`{ visits(orderBy: [{ outside: ASC }]) { nodes { ${READ} } } }`)).visits.nodes;
  }

  async function bringIn(format: FileFormatName, content: Buffer): Promise<void> {
    const boundary = 'a-boundary-of-our-own';
    const payload = Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="visits.${format}"\r\ncontent-type: application/octet-stream\r\n\r\n`), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const uploaded = await test.app.inject({ method: 'POST', url: '/import/upload', headers: { cookie: admin.cookie, 'x-guanxi-request': '1', 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
    const { id } = uploaded.json<{ id: string }>();
    const plan = { object: 'Visit', mode: 'create', columns: FIELDS.map((field) => ({ column: field, field })) };
    const { started } = await ask<{ started: { id: string } }>('mutation ($id: ID!, $plan: JSON!) { started: startImport(upload: $id, plan: $plan) { id } }', { id, plan }, '/metadata');
    for (let count = 0; count < 900; count += 1) {
      const { found } = await ask<{ found: { status: string; error: string | null; created: number; rejectedSample: { message: string }[] } }>('query ($id: ID!) { found: import(id: $id) { status error created rejectedSample { message } } }', { id: started.id }, '/metadata');
      if (['DONE', 'FAILED', 'CANCELLED'].includes(found.status)) {
        expect(found).toMatchObject({ status: 'DONE', error: null, created: 2, rejectedSample: [] });
        return;
      }
      await rest(100);
    }
    throw new Error('The import did not come to an end.');
  }

  async function publishEverything(): Promise<void> {
    const { documents } = await ask<{ documents: { kind: string; name: string }[] }>('{ documents(draft: false) { kind name } }', {}, '/metadata');
    const { saveDraft } = await ask<{ saveDraft: { problems: TestProblem[] } }>('mutation ($documents: [JSON!]!, $remove: [DocumentKey!]) { saveDraft(documents: $documents, remove: $remove) { problems { path message } } }', { documents: everyDocument(), remove: documents.map(({ kind, name }) => ({ kind, name })) }, '/metadata');
    expect(saveDraft.problems).toEqual([]);
    const { plan } = await ask<{ plan: { baseRevision: number; changes: { id: string; risk: string }[] } }>('{ plan { baseRevision changes { id risk } } }', {}, '/metadata');
    const consents = plan.changes.filter(({ risk }) => risk === 'DESTROYING').map(({ id }) => id);
    const { publish } = await ask<{ publish: { problems: TestProblem[] } }>('mutation ($base: Int!, $consents: [String!]!) { publish(baseRevision: $base, consents: $consents) { problems { path message } } }', { base: plan.baseRevision, consents }, '/metadata');
    expect(publish.problems).toEqual([]);
  }

  async function ask<Data>(query: string, variables: object = {}, path = '/graphql'): Promise<Data> {
    const { data, errors } = await admin.ask<Data>(query, variables as Record<string, unknown>, path);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }
});
