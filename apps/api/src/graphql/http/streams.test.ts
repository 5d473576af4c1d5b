import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient as createEventClient } from 'graphql-sse';
import { createClient as createSocketClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';

let test: TestApp;
let admin: Caller;
let host: string;
let key: string;

beforeAll(async () => {
  test = await startTestApp('streams');
  admin = await test.signIn(ADMIN.email, ADMIN.password);
  await test.app.listen(0, '127.0.0.1');
  host = `127.0.0.1:${(test.app.getHttpServer().address() as AddressInfo).port}`;
  key = await makeKey();
}, 120_000);
afterAll(() => test.close());

async function makeKey(): Promise<string> {
  const { data } = await admin.ask<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "Streams") { key } }');
  return data?.createApiKey.key ?? '';
}

const createCustomer = (name: string) => admin.ask('mutation ($name: String) { createCustomer(data: { name: $name }) { id } }', { name }, '/graphql');
const query = 'subscription ($where: CustomerWhere) { customerChanged(where: $where) { kind record { name } } }';
const variables = { where: { name: { startsWith: '王' } } };
const expected = { data: { customerChanged: { kind: 'CREATED', record: { name: '王小明' } } } };

/** Writes until somebody has heard of it: a subscription begins a moment after it was asked for. */
async function createUntil(heard: Promise<unknown>): Promise<void> {
  let isOver = false;
  void heard.finally(() => (isOver = true));
  while (!isOver) {
    await createCustomer('李四');
    await createCustomer('王小明');
    await Promise.race([heard, wait(300)]);
  }
}

interface Transport {
  first(operation: { query: string; variables?: Record<string, unknown> }): Promise<unknown>;
  close(): unknown;
}

function overSocket(): Transport {
  const client = createSocketClient({ url: `ws://${host}/graphql/socket`, webSocketImpl: WebSocket, connectionParams: { Authorization: `Bearer ${key}` }, retryAttempts: 0 });
  return { first: (operation) => firstOf(client.iterate(operation)), close: () => client.dispose() };
}

function overEvents(): Transport {
  const client = createEventClient({ url: `http://${host}/graphql/stream`, headers: { authorization: `Bearer ${key}` }, retryAttempts: 0 });
  return { first: (operation) => firstOf(client.iterate(operation)), close: () => client.dispose() };
}

async function firstOf(results: AsyncIterable<unknown>): Promise<unknown> {
  for await (const result of results) return result;
  return undefined;
}

/** The rounds that the product makes by itself hold a connection for a moment; a stream that was left must not hold one for good. */
async function untilNothingIsHeld(): Promise<void> {
  const held = "select count(*)::integer as held from pg_stat_activity where application_name = 'guanxi' and state <> 'idle' and datname = current_database()";
  for (let attempt = 0; attempt < 1_200; attempt++) {
    const { rows } = await test.database.pool.query<{ held: number }>(held);
    if (rows[0]?.held === 0) return;
    await wait(50);
  }
  throw new Error('A connection is still held by a stream that has ended.');
}

describe.each([['WebSocket', overSocket], ['server-sent events', overEvents]])('subscriptions over %s', (_name, open) => {
  it('tell what changes among the records that the filter takes', async () => {
    const transport = open();
    const heard = transport.first({ query, variables });
    await createUntil(heard);
    expect(await heard).toEqual(expected);
    await transport.close();
    await untilNothingIsHeld();
  });

  it('answer queries as well', async () => {
    const transport = open();
    expect(await transport.first({ query: '{ __typename }' })).toEqual({ data: { __typename: 'Query' } });
    await transport.close();
  });

  it('say what is wrong with an operation', async () => {
    const transport = open();
    const refused = await transport.first({ query: 'subscription { nothingChanged { kind } }' }).catch((error: unknown) => error);
    expect(Array.isArray(refused) ? refused : [refused]).toMatchObject([{ message: expect.stringMatching(/nothingChanged|400/) as unknown }]);
    await transport.close();
  });
});

describe('a socket', () => {
  const openWith = (options: { headers?: Record<string, string>; connectionParams?: Record<string, unknown> }) => {
    class Socket extends WebSocket {
      constructor(url: string, protocols: string | string[]) {
        super(url, protocols, { headers: options.headers ?? {} });
      }
    }
    return createSocketClient({ url: `ws://${host}/graphql/socket`, webSocketImpl: Socket, ...(options.connectionParams && { connectionParams: options.connectionParams }), retryAttempts: 0 });
  };
  const ask = (client: Client) => firstOf(client.iterate({ query: '{ __typename }' })).catch((event: unknown) => event);

  it('knows the page by its cookie, but not a page of another site', async () => {
    expect(await ask(openWith({ headers: { cookie: admin.cookie, origin: `http://${host}` } }))).toEqual({ data: { __typename: 'Query' } });
    expect(await ask(openWith({ headers: { cookie: admin.cookie, origin: 'https://elsewhere.example' } }))).toMatchObject({ type: 'error' });
  });

  it('is closed to whoever is not known', async () => {
    expect(await ask(openWith({}))).toMatchObject({ code: 4403 });
    expect(await ask(openWith({ connectionParams: { authorization: 'Bearer unknown' } }))).toMatchObject({ code: 4403 });
  });

  it('ends soon after its session', async () => {
    const guest = await test.signIn(ADMIN.email, ADMIN.password);
    const client = openWith({ headers: { cookie: guest.cookie, origin: `http://${host}` } });
    const connected = new Promise((resolve) => client.on('connected', resolve));
    const over = firstOf(client.iterate({ query, variables: { where: { name: { eq: 'nobody at all' } } } })).catch((event: unknown) => event);
    await connected;
    await test.app.inject({ method: 'POST', url: '/auth/sign-out', headers: { cookie: guest.cookie, 'x-guanxi-request': '1' } });
    expect(await over).toMatchObject({ code: 4401 });
  });

  it('is offered on its address alone', async () => {
    const elsewhere = new WebSocket(`ws://${host}/graphql`, 'graphql-transport-ws', { headers: { authorization: `Bearer ${key}` } });
    const failure = await new Promise((resolve) => elsewhere.once('error', resolve));
    expect(String(failure)).toContain('Unexpected server response');
  });
});

describe('a stream of events', () => {
  const open = (headers: Record<string, string>, body: unknown) => fetch(`http://${host}/graphql/stream`, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers }, body: JSON.stringify(body) });

  it('needs the header that only our page sends, and a sign-in', async () => {
    expect((await open({ cookie: admin.cookie }, { query })).status).toBe(403);
    expect((await open({}, { query })).status).toBe(401);
    expect((await open({ cookie: admin.cookie, 'x-guanxi-request': '1' }, { query: '{ __typename }' })).headers.get('content-type')).toContain('text/event-stream');
  });

  it('ends soon after its key was revoked', async () => {
    const { data } = await admin.ask<{ createApiKey: { key: string; apiKey: { id: string } } }>('mutation { createApiKey(name: "Short") { key apiKey { id } } }');
    const response = await open({ authorization: `Bearer ${data?.createApiKey.key}` }, { query });
    await admin.ask('mutation ($id: ID!) { revokeApiKey(id: $id) }', { id: data?.createApiKey.apiKey.id });
    expect(await response.text()).toMatch(/UNAUTHENTICATED[^]*event: complete/);
  });

  it('holds nobody up who ends the process', async () => {
    const second = await test.startSecond();
    await second.app.listen(0, '127.0.0.1');
    const { port } = second.app.getHttpServer().address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/graphql/stream`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, body: JSON.stringify({ query }) });
    await second.app.close();
    expect(await response.text()).toContain('event: complete');
  });
});
