import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';

let test: TestApp;
let admin: Caller;
beforeAll(async () => {
  test = await startTestApp('graphql_wiring');
  admin = await test.signIn(ADMIN.email, ADMIN.password);
});
afterAll(() => test.close());

it('serves the records of the org in the application', async () => {
  const created = await admin.ask('mutation { createCustomer(data: { name: "王小明" }) { id owner { email } } }', {}, '/graphql');
  expect(created.errors).toBeUndefined();
  expect(created.data).toMatchObject({ createCustomer: { owner: { email: ADMIN.email } } });
  const found = await admin.ask('{ customers(search: "小明") { nodes { name } } }', {}, '/graphql');
  expect(found.data).toEqual({ customers: { nodes: [{ name: '王小明' }] } });
});

it('asks for a sign-in, and for the header that only the page sends', async () => {
  const payload = { query: '{ __typename }' };
  expect((await test.app.inject({ method: 'POST', url: '/graphql', payload })).json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  expect((await test.app.inject({ method: 'POST', url: '/graphql', headers: { cookie: admin.cookie }, payload })).statusCode).toBe(403);
});

it('gives a browser a page to try it, and programs the schema as text', async () => {
  const page = await test.app.inject({ method: 'GET', url: '/graphql', headers: { accept: 'text/html' } });
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.headers['content-security-policy']).toContain("script-src 'sha256-");
  const schema = await test.app.inject({ method: 'GET', url: '/graphql/schema', headers: { cookie: admin.cookie } });
  expect(schema.body).toContain('type Customer {');
});
