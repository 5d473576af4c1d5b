import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError } from './api-error.js';
import { metadataRequest } from './request.js';
import { onSessionExpired } from './session-expired.js';

let server: Server;
let answer: { status: number; body: string; headers?: Record<string, string> };
let received: { headers: Record<string, unknown>; body: unknown };
const pageFetch = globalThis.fetch;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => { text += part.toString(); });
    request.on('end', () => {
      received = { headers: request.headers, body: JSON.parse(text) };
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  // In a page the address is the page's own; here it has to be named.
  globalThis.fetch = (path, init) => pageFetch(`http://127.0.0.1:${port}${String(path)}`, init);
});
afterAll(() => {
  globalThis.fetch = pageFetch;
  server.close();
});

const refused = async () => metadataRequest('query { session }').then(() => { throw new Error('The request was not refused.'); }, (error: unknown) => error as ApiError);

describe('a request to the API', () => {
  it('sends query, variables and the header of our own page', async () => {
    answer = { status: 200, body: '{"data":{"unreadCount":3}}' };
    expect(await metadataRequest('query Q($a: Int) { unreadCount }', { a: 1 })).toEqual({ unreadCount: 3 });
    expect(received.headers['x-guanxi-request']).toBe('1');
    expect(received.body).toEqual({ query: 'query Q($a: Int) { unreadCount }', variables: { a: 1 } });
  });

  it('turns an error of the schema into its code, sentence, problems and reference', async () => {
    answer = { status: 200, body: JSON.stringify({ errors: [{ message: 'Two problems.', extensions: { code: 'VALIDATION_FAILED', reference: 'r-1', problems: [{ path: '/email', code: 'format', message: 'No address.' }] } }] }) };
    const error = await refused();
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 'VALIDATION_FAILED', message: 'Two problems.', reference: 'r-1', problems: [{ path: '/email' }] });
  });

  it('tells the page when nobody is signed in any more', async () => {
    answer = { status: 401, body: '{"message":"Sign in."}' };
    let calls = 0;
    const stop = onSessionExpired(() => { calls += 1; });
    expect((await refused()).code).toBe('UNAUTHENTICATED');
    expect(calls).toBe(1);
    stop();
  });

  it('hides what a broken server says and keeps the reference', async () => {
    answer = { status: 502, body: '<html>stack trace</html>', headers: { 'x-request-id': 'req-7' } };
    const error = await refused();
    expect(error).toMatchObject({ code: 'INTERNAL', reference: 'req-7' });
    expect(error.message).not.toContain('stack');
  });
});
