import type { AddressInfo } from 'node:net';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';

let test: TestApp;
let admin: Caller;
let address: string;

beforeAll(async () => {
  test = await startTestApp('door', { TRUSTED_PROXIES: '1' });
  admin = await test.signIn(ADMIN.email, ADMIN.password);
  await test.app.listen(0, '127.0.0.1');
  address = `http://127.0.0.1:${(test.app.getHttpServer().address() as AddressInfo).port}`;
}, 300_000);
afterAll(() => test.close());

/** An address with parameters goes to the framework's route, the plain one to the quick door. */
const DOORS = ['/graphql', '/graphql?by=framework'];

async function ask(path: string, body: string, headers: Readonly<Record<string, string>>) {
  const response = await fetch(address + path, { method: 'POST', headers: { 'content-type': 'application/json', cookie: admin.cookie, 'x-guanxi-request': '1', ...headers }, body });
  const { 'x-request-id': id, date: _date, 'keep-alive': _alive, connection: _connection, ...rest } = Object.fromEntries(response.headers);
  return { status: response.status, headers: rest, hasId: id !== undefined, text: (await response.text()).replace(/reference: [-0-9a-f]+/, 'reference: …') };
}

describe('both doors of /graphql', () => {
  const query = JSON.stringify({ query: '{ users { nodes { name } } }' });

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['an answer', query, {}],
    ['an answer over https', query, { 'x-forwarded-proto': 'https' }],
    ['an answer of the newer type', query, { accept: 'application/graphql-response+json' }],
    ['a long answer, compressed', JSON.stringify({ query: '{ __schema { types { name description fields { name description } } } }' }), { 'accept-encoding': 'gzip' }],
    ['a long answer, as it is', JSON.stringify({ query: '{ __schema { types { name description fields { name description } } } }' }), { 'accept-encoding': 'identity' }],
    ['a document that is none', JSON.stringify({ query: '{' }), {}],
    ['a key that nobody has', query, { authorization: 'Bearer unknown' }],
    ['a session that is over', query, { cookie: 'guanxi_session=unknown' }],
    ['a cookie that another site may have sent', query, { 'x-guanxi-request': '0' }],
    ['a body that is no JSON', '{', {}],
    ['a body with a dangerous name', '{"query":"{ __typename }","variables":{"__proto__":{}}}', {}],
    ['an empty body', '', {}],
    ['a type that nobody can send', query, { accept: 'text/plain' }],
    ['a body of another type', query, { 'content-type': 'text/plain' }],
  ])('answer the same to %s', async (_what, body, headers) => {
    const [quick, usual] = await Promise.all(DOORS.map((path) => ask(path, body, headers)));
    expect(quick).toEqual(usual);
  });
});
