import { ApiUses } from '../access/api-uses.js';
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

it('counts what programs use, but not what the page does, and writes it down now and then', async () => {
  const { data } = await admin.ask<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "Counted") { key } }');
  const payload = { query: '{ customers(where: { city: { eq: "Taipei" } }) { nodes { name } } }' };
  const headers = { authorization: `Bearer ${data?.createApiKey.key}` };
  for (let time = 0; time < 3; time += 1) expect((await test.app.inject({ method: "POST", url: "/graphql", headers, payload })).json()).toEqual({ data: { customers: { nodes: [] } } });
  await admin.ask(payload.query, {}, '/graphql');
  await test.app.get(ApiUses).flush();
  const read = () => test.database.pool.query(`select object, field, uses::integer as uses from ${test.org.schema}._api_use order by field`);
  expect((await read()).rows).toEqual([{ object: 'Customer', field: 'city', uses: 3 }, { object: 'Customer', field: 'name', uses: 3 }]);
  await test.app.inject({ method: 'POST', url: '/graphql', headers, payload });
  await test.app.get(ApiUses).flush();
  expect((await read()).rows).toMatchObject([{ uses: 4 }, { uses: 4 }]);
});
