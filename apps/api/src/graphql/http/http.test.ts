import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serverAudits } from 'graphql-http';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';

let test: TestApp;
let admin: Caller;
let address: string;
let asKey: Readonly<Record<string, string>>;
let asPage: Readonly<Record<string, string>>;

beforeAll(async () => {
  test = await startTestApp('http', { RATE_LIMIT: '5000' });
  admin = await test.signIn(ADMIN.email, ADMIN.password);
  await test.app.listen(0, '127.0.0.1');
  address = `http://127.0.0.1:${(test.app.getHttpServer().address() as AddressInfo).port}`;
  asKey = { authorization: `Bearer ${await makeKey('programs')}` };
  asPage = { cookie: admin.cookie, 'x-guanxi-request': '1' };
}, 120_000);
afterAll(() => test.close());

async function makeKey(name: string): Promise<string> {
  const { data } = await admin.ask<{ createApiKey: { key: string } }>('mutation ($name: String!) { createApiKey(name: $name) { key } }', { name });
  return data?.createApiKey.key ?? '';
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

async function post(body: unknown, headers: Readonly<Record<string, string>> = {}, path = '/graphql'): Promise<{ status: number; headers: Headers; answer: Answer }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(address + path, { method: 'POST', headers: { 'content-type': 'application/json', ...asKey, ...headers }, body: text });
  return { status: response.status, headers: response.headers, answer: (await response.json()) as Answer };
}

async function get(parameters: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<{ status: number; headers: Headers; answer: Answer }> {
  const response = await fetch(`${address}/graphql?${new URLSearchParams(parameters).toString()}`, { headers: { accept: 'application/json', ...asKey, ...headers } });
  return { status: response.status, headers: response.headers, answer: (await response.json()) as Answer };
}

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code'];

describe.each([
  ['/graphql', 'with a key', () => asKey],
  ['/graphql', 'as the page', () => asPage],
  ['/metadata', 'with a key', () => asKey],
])('GraphQL over HTTP at %s %s', (path, _who, credentials) => {
  const fetchFn = (url: string, init: RequestInit = {}) => fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...credentials() } });

  it.each(serverAudits({ url: () => address + path, fetchFn }))('$name', async ({ fn }) => {
    const result = await fn();
    expect({ status: result.status, reason: 'reason' in result ? result.reason : undefined }).toEqual({ status: 'ok' });
  });
});

describe('operations over HTTP', () => {
  it('are answered only to who is signed in', async () => {
    const { status, headers, answer } = await post({ query: '{ __typename }' }, { authorization: 'Bearer unknown' });
    expect([status, headers.get('www-authenticate'), codeOf(answer)]).toEqual([401, 'Bearer realm="Guanxi"', 'UNAUTHENTICATED']);
  });

  it('answers the better liked of two types', async () => {
    const typeFor = async (accept: string) => (await post({ query: '{ __typename }' }, { accept })).headers.get('content-type')?.split(';')[0];
    expect(await typeFor('application/json;q=0.5, application/graphql-response+json')).toBe('application/graphql-response+json');
    expect(await typeFor('application/graphql-response+json, application/json;q=0.9')).toBe('application/graphql-response+json');
    expect(await typeFor('application/json, application/graphql-response+json;q=0.9, */*;q=0.1')).toBe('application/json');
    expect(await typeFor('text/html, */*;q=0.1')).toBe('application/json');
    expect((await post({ query: '{ __typename }' }, { accept: 'text/plain' })).status).toBe(406);
  });

  it('reads queries from the address and refuses mutations there', async () => {
    expect((await get({ query: 'query A { __typename } query B { b: __typename }', operationName: 'B' })).answer).toEqual({ data: { b: 'Query' } });
    const { status, headers, answer } = await get({ query: 'mutation { __typename }' });
    expect([status, headers.get('allow'), codeOf(answer)]).toEqual([405, 'GET, HEAD, POST', 'METHOD_NOT_ALLOWED']);
    expect((await get({ query: '{ __typename }', variables: '{' })).status).toBe(400);
  });

  it('takes a cookie only from our own page, also for reading', async () => {
    const { authorization: _key, ...cookie } = { authorization: '', cookie: admin.cookie };
    const asked = await fetch(`${address}/graphql?query={__typename}`, { headers: cookie });
    expect([asked.status, codeOf((await asked.json()) as Answer)]).toEqual([403, 'FORBIDDEN']);
    const form = await fetch(`${address}/graphql`, { method: 'POST', headers: { ...asPage, 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' });
    expect(form.status).toBe(415);
  });

  it('tells what is wrong with a body', async () => {
    const statusOf = async (body: string | Buffer, headers: Readonly<Record<string, string>> = {}) => {
      const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...asKey, ...headers }, body: new Uint8Array(Buffer.from(body)) });
      return [response.status, codeOf((await response.json()) as Answer)];
    };
    expect(await statusOf('[{"query":"{ __typename }"}]')).toEqual([400, 'BAD_USER_INPUT']);
    expect(await statusOf('{"query":"{ __typename }","variables":{"__proto__":{}}}')).toEqual([400, 'BAD_USER_INPUT']);
    expect(await statusOf(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toEqual([400, 'BAD_USER_INPUT']);
    expect(await statusOf('{"query":"{ __typename }"}', { 'content-type': 'application/json; charset=big5' })).toEqual([415, 'BAD_USER_INPUT']);
    expect(await statusOf(`{"query":"${' '.repeat(21 * 1024 * 1024)}"}`)).toEqual([413, 'TOO_COSTLY']);
    expect((await fetch(`${address}/graphql`, { method: 'PUT', headers: asKey })).status).toBe(405);
  });

  it('shows a browser the page to try queries in', async () => {
    const page = await fetch(`${address}/graphql`, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', cookie: admin.cookie } });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>GraphQL')]);
  });

  it('tells what an operation costs when asked', async () => {
    const { answer } = await post({ query: '{ users(first: 100) { nodes { name } } }', extensions: { cost: true } });
    expect(answer.extensions).toEqual({ cost: { records: 100, depth: 1, points: 3 } });
  });
});

describe('documents that are not sent', () => {
  const query = '{ kept: __typename }';
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const byHash = { extensions: { persistedQuery: { version: 1, sha256Hash } } };

  it('are known by their hash once they were sent with it', async () => {
    const unknown = await post(byHash);
    expect([unknown.status, unknown.answer.errors?.[0]]).toEqual([200, { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
    expect((await post({ query, ...byHash })).answer).toEqual({ data: { kept: 'Query' } });
    expect((await post(byHash)).answer).toEqual({ data: { kept: 'Query' } });
    expect((await get({ extensions: JSON.stringify(byHash.extensions) })).answer).toEqual({ data: { kept: 'Query' } });
    expect(codeOf((await post({ query: '{ __typename }', ...byHash })).answer)).toBe('BAD_USER_INPUT');
    expect(codeOf((await post({ extensions: { persistedQuery: { version: 1, sha256Hash: 'no hash' } } })).answer)).toBe('BAD_USER_INPUT');
  });

  it('are registered by admins and named by id from then on', async () => {
    const registered = await post({ documents: [query] }, {}, '/graphql/documents');
    const id = `sha256:${sha256Hash}`;
    expect(registered.answer).toEqual({ documents: [{ id }] });
    expect((await post({ documentId: id })).answer).toEqual({ data: { kept: 'Query' } });
    expect((await get({ documentId: id })).answer).toEqual({ data: { kept: 'Query' } });
    expect(codeOf((await post({ documentId: `sha256:${'0'.repeat(64)}` })).answer)).toBe('NOT_FOUND');
    expect((await post({ documents: ['{'] }, {}, '/graphql/documents')).status).toBe(400);
    expect((await post({ documents: [query] }, { authorization: 'Bearer unknown' }, '/graphql/documents')).status).toBe(401);
  });
});

describe('a rate limit', () => {
  it('counts each key by itself and says when to go on', async () => {
    const authorization = `Bearer ${await makeKey('greedy')}`;
    const costly = { query: '{ users(first: 1000) { nodes { name } } }' };
    const statuses = new Set<number>();
    for (let spent = 0; spent <= 5_000 / 21; spent += 50) {
      for (const { status } of await Promise.all(Array.from({ length: 50 }, () => post(costly, { authorization })))) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([200, 429]));
    const { status, headers, answer } = await post({ query: '{ __typename }' }, { authorization });
    expect([status, codeOf(answer), answer.data]).toEqual([429, 'RATE_LIMITED', undefined]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await post({ query: '{ __typename }' })).status).toBe(200);
  });
});
