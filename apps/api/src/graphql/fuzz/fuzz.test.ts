import { randomInt } from 'node:crypto';
import { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { everyDocument } from '../../testing/every-document.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { until } from '../../testing/until.js';
import { hostileDocuments } from './hostile-documents.js';
import { makeOperation } from './hostile-operations.js';
import { hostileRequests, type RawRequest } from './hostile-requests.js';
import { writeHostile } from './hostile-values.js';
import { findFault } from './judge.js';
import { makeRandom } from './random.js';
import { breakOff, sendRaw, type RawAnswer } from './send-raw.js';

/** `FUZZ_RUNS=100000 npm test -- apps/api/src/graphql/fuzz`: for hours; `FUZZ_SEED` makes a run again. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 250);
const MINUTE = 60_000;
const AT_ONCE = 4;

let test: TestApp;
let port: number;
let key: string;
let schema: GraphQLSchema;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const answered: string[] = [];

beforeAll(async () => {
  test = await startTestApp('fuzz', { RATE_LIMIT: '0', GUANXI_STATEMENT_TIMEOUT: '5000', LOG_LEVEL: process.env['FUZZ_LOG'] ?? 'error' });
  const admin = await test.signIn(ADMIN.email, ADMIN.password);
  await publishEvery(admin);
  await test.app.listen(0, '127.0.0.1');
  ({ port } = test.app.getHttpServer().address() as AddressInfo);
  key = (await admin.ask<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "Fuzz") { key } }')).data?.createApiKey.key ?? '';
  schema = buildSchema((await attack({ method: 'GET', path: '/graphql/schema' })).text);
  for (const name of ['王小明', 'Ada', '張三']) await ask('mutation ($name: String) { createCustomer(data: { name: $name, tier: gold }) { id visits { nodes { id } } } }', { name });
}, 2 * MINUTE);
afterAll(async () => {
  agent.destroy();
  await test.close();
});
afterEach(expectCalm);

async function publishEvery(admin: Caller): Promise<void> {
  const { data } = await admin.ask<{ documents: { kind: string; name: string }[] }>('{ documents(draft: false) { kind name } }');
  await admin.ask('mutation ($documents: [JSON!]!, $remove: [DocumentKey!]) { saveDraft(documents: $documents, remove: $remove) { problems { message } } }', { documents: [], remove: data?.documents });
  await publish(admin);
  await admin.ask('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { message } } }', { documents: everyDocument() });
  await publish(admin);
}

async function publish(admin: Caller): Promise<void> {
  const { data } = await admin.ask<{ plan: { baseRevision: number; changes: { id: string; risk: string }[] } }>('{ plan { baseRevision changes { id risk } } }');
  const consents = data?.plan.changes.filter(({ risk }) => risk === 'DESTROYING').map(({ id }) => id);
  const published = await admin.ask<{ publish: { problems: unknown[] } }>('mutation ($base: Int!, $consents: [String!]!) { publish(baseRevision: $base, consents: $consents) { problems { message } } }', { base: data?.plan.baseRevision, consents });
  expect([published.errors, published.data?.publish.problems]).toEqual([undefined, []]);
}

function attack(request: RawRequest): Promise<RawAnswer> {
  return sendRaw(port, agent, { ...request, headers: { authorization: `Bearer ${key}`, ...request.headers } });
}

function ask(query: string, variables: unknown = {}, path = '/graphql'): Promise<RawAnswer> {
  return attack({ path, headers: { 'content-type': 'application/json' }, body: writeHostile({ query, variables }) });
}

/** A plain request is answered, and soon nothing is at work any more; the product's own rounds hold a connection for moments. */
async function expectCalm(): Promise<void> {
  expect(JSON.parse((await ask('{ customers(first: 1) { __typename } }')).text)).toEqual({ data: { customers: { __typename: 'CustomerConnection' } } });
  const busy = "select from pg_stat_activity where application_name = 'guanxi' and datname = current_database() and state <> 'idle'";
  await until(async () => (await test.database.pool.query(busy)).rowCount === 0);
}

/** Runs attacks some at a time and tells of each that was not met as it should be. */
async function tryAll(attacks: readonly (() => Promise<string | undefined>)[]): Promise<void> {
  const faults: string[] = [];
  const waiting = attacks.values();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const next of waiting) {
      const fault = await next();
      if (fault !== undefined) faults.push(fault);
    }
  }));
  expect(faults.slice(0, 20)).toEqual([]);
}

async function judge(name: string, request: RawRequest): Promise<string | undefined> {
  const sent = `${request.body?.toString() ?? ''}${request.path ?? ''}`;
  // A connection that the server closed on an unreadable request is an answer, too.
  const answer = await attack(request).catch((error: Error) => ({ status: /ECONNRESET|EPIPE|hang up|Parse Error|invalid/i.test(error.message + String((error as NodeJS.ErrnoException).code)) ? 400 : 599, type: '', text: error.message }));
  const fault = findFault(answer, sent);
  if (answer.text.startsWith('{"data":{')) remember(answer.text);
  return fault === undefined ? undefined : `${name} ${sent.slice(0, 1_500)} → ${fault}`;
}

function remember(text: string): void {
  for (const [found] of text.matchAll(/(?<=")(?:[0-9a-f]{8}-[0-9a-f-]{27}|WyI[\w-]+)(?=")/g)) if (answered.length < 500 && !answered.includes(found)) answered.push(found);
}

describe('hostile requests end in typed errors', () => {
  it('whatever the body, the headers and the address are', async () => {
    const random = makeRandom(1);
    await tryAll(hostileRequests.map((make, index) => () => judge(`request ${index}`, make(random))));
  }, 2 * MINUTE);

  it.each(['/graphql', '/metadata'])('whatever document is sent to %s', async (path) => {
    const random = makeRandom(2);
    await tryAll(hostileDocuments.map((make, index) => () => judge(`document ${index}`, { path, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: make(random) }) })));
  }, 2 * MINUTE);

  it('and those that break off leave nothing behind', async () => {
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\n`;
    const body = '{"query":"{ customers(first: 1000) { totalCount nodes { id name } } }"}';
    const beginnings = ['GET', 'POST /graphql HTTP/1.1\r\n', head, `${head}content-length: 1000\r\n\r\n{"query"`, `${head}transfer-encoding: chunked\r\n\r\nffffff\r\n{`, `${head}content-length: ${body.length}\r\n\r\n${body}`, `${head}content-length: -1\r\n\r\n`, `${head}content-length: ${body.length}\r\ncontent-length: 1\r\n\r\n${body}`, `${head}transfer-encoding: chunked\r\ncontent-length: 1\r\n\r\n0\r\n\r\n`];
    await Promise.all(beginnings.flatMap((text) => [0, 20, 200].map((after) => breakOff(port, text, after))));
  });

  it.each([['the same each time', 3], ['different each time', Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31))]])('with values that fit no place, %s (seed %i)', async (_name, seed) => {
    const random = makeRandom(seed);
    await tryAll(Array.from({ length: RUNS }, (_, index) => () => {
      const { query, variables } = makeOperation(schema, random, answered);
      return judge(`seed ${seed}, run ${index}`, { headers: { 'content-type': 'application/json' }, body: writeHostile({ query, variables }) });
    }));
  }, 2 * MINUTE + RUNS * 200);
});
