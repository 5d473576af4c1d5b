import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { Users } from '../identity/users.js';
import { routesOf, type KnownRoute } from '../startup/route-list.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { callsOf, ID_PLACE } from './testing/fill-arguments.js';

const MARK = 'Zebrafish';
const LOW = { email: 'low@example.org', password: 'a quite long password, nothing else' };
/** Where somebody without a sign-in gets an answer, since it tells nothing or proves its caller in a way of its own. */
const PUBLIC = /^\/(?:\*|healthz|readyz|metrics|auth\/|hooks\/|oauth\/|scim\/|\.well-known\/|sso\/|graphql$|metadata$|messages\/)/;

describe('the product from outside', () => {
  let test: TestApp;
  let admin: Caller;
  let low: Caller;
  let recordId: string;
  let routes: readonly KnownRoute[];
  const written: string[] = [];
  const write = process.stdout.write.bind(process.stdout);

  beforeAll(async () => {
    process.stdout.write = ((...given: Parameters<typeof write>) => {
      written.push(String(given[0]));
      return true;
    }) as typeof process.stdout.write;
    test = await startTestApp('hardened', { LOG_LEVEL: 'debug' });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    const { data } = await admin.ask<{ createCustomer: { id: string } }>(`mutation { createCustomer(data: { name: "${MARK}" }) { id } }`, {}, '/graphql');
    recordId = data?.createCustomer.id ?? '';
    await test.app.get(Users).create(test.org, { name: 'Low', ...LOW, permissionSets: [] });
    low = await test.signIn(LOW.email, LOW.password);
    routes = routesOf(test.app.getHttpAdapter().getInstance() as Parameters<typeof routesOf>[0]).filter(({ method }) => method !== 'OPTIONS');
  });
  afterAll(async () => {
    process.stdout.write = write;
    await test.close();
  });

  const send = async ({ method, url }: KnownRoute, headers: Readonly<Record<string, string>> = {}) => {
    const address = url.replace('*', 'setup').replace(/:\w+/g, recordId);
    return test.app.inject({ method: method as 'GET', url: address, headers, ...(method === 'GET' || method === 'HEAD' ? {} : { payload: {} }) });
  };
  const isStream = ({ url }: KnownRoute): boolean => /stream|changes/.test(url);
  const signedIn = (caller: Caller) => ({ cookie: caller.cookie, 'x-guanxi-request': '1' });

  it('says on every answer what a browser may do with it', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const { headers } = await send(route);
      const policy = String(headers['content-security-policy']);
      const isGood = policy.includes("default-src 'none'") || policy.includes("default-src 'self'");
      const keptOut = policy.includes("frame-ancestors 'none'") || policy.includes('sandbox');
      const scripts = /script-src[^;]*unsafe|default-src[^;]*unsafe/.test(policy);
      if (!isGood || !keptOut || scripts || headers['x-content-type-options'] !== 'nosniff' || headers['referrer-policy'] === undefined || headers['cross-origin-opener-policy'] !== 'same-origin'
        || headers['cross-origin-resource-policy'] !== 'same-origin' || headers['permissions-policy'] === undefined) wrong.push(`${route.method} ${route.url}: ${policy}`);
    }
    expect(wrong).toEqual([]);
    expect(routes.length).toBeGreaterThan(20);
    expect((await test.app.inject({ url: '/', headers: { 'x-forwarded-proto': 'https' } })).headers['strict-transport-security']).toBeUndefined();
  }, 60_000);

  it('takes no change with a cookie that another site could have sent, whatever the kind of body', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ method, url }) => !['GET', 'HEAD'].includes(method) && !/^\/(?:hooks|scim|oauth)\//.test(url))) {
      for (const type of ['application/json', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'text/plain']) {
        const address = route.url.replace('*', 'setup').replace(/:\w+/g, recordId);
        const { statusCode } = await test.app.inject({ method: route.method as 'POST', url: address, headers: { cookie: admin.cookie, 'content-type': type }, payload: type.includes('json') ? '{}' : '--x--' });
        if (statusCode < 400) wrong.push(`${route.method} ${route.url} ${type}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('tells nobody, and somebody without rights, nothing at any route', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter((one) => !isStream(one) && !one.url.includes('sign-out'))) {
      const nobody = await send(route);
      if (!PUBLIC.test(route.url) && nobody.statusCode < 400) wrong.push(`nobody ${route.method} ${route.url}: ${nobody.statusCode}`);
      const little = await send(route, signedIn(low));
      for (const { payload, statusCode } of [nobody, little]) if (payload.includes(MARK) || (statusCode >= 500 && !isUnbuilt(route.url, statusCode))) wrong.push(`${route.method} ${route.url}: ${statusCode} ${payload.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  /** Suites run without a build, before which the page says that it is not there. */
  const isUnbuilt = (url: string, status: number): boolean => url === '/*' && status === 503;

  const recordsBefore = async (): Promise<unknown> => (await test.database.pool.query(`select * from "${test.org.schema}".customer order by id`)).rows;

  const crawl = async (schema: GraphQLSchema, path: string, isRefused: (answer: string) => boolean): Promise<readonly string[]> => {
    const wrong: string[] = [];
    for (const { kind, name, call } of callsOf(schema, 'Customer')) {
      for (const id of [recordId, randomUUID()]) {
        const query = `${kind} { ${call.replaceAll(ID_PLACE, id)} }`;
        const little = JSON.stringify(await low.ask(query, {}, path));
        if (little.includes(MARK) || little.includes('"code":"INTERNAL"')) wrong.push(`somebody ${kind} ${name}: ${little.slice(0, 300)}`);
        if (id !== recordId) continue;
        const nobody = await test.app.inject({ method: 'POST', url: path, payload: { query } });
        if (!isRefused(nobody.payload)) wrong.push(`nobody ${kind} ${name}: ${nobody.payload.slice(0, 300)}`);
      }
    }
    return wrong;
  };

  it('tells them nothing at any query or mutation of /metadata, and changes no record for them', async () => {
    const before = await recordsBefore();
    const refused = (answer: string) => !answer.includes(MARK) && /UNAUTHENTICATED|GRAPHQL_VALIDATION_FAILED|BAD_REQUEST|NOT_FOUND|RATE_LIMITED/.test(answer);
    expect(await crawl(test.app.get(GraphQLSchemaHost).schema, '/metadata', refused)).toEqual([]);
    expect(await recordsBefore()).toEqual(before);
  }, 120_000);

  it('tells them nothing of the records that an admin’s schema has', async () => {
    const before = await recordsBefore();
    const { data } = await admin.ask<IntrospectionQuery>(getIntrospectionQuery(), {}, '/graphql');
    if (!data) throw new Error('The schema was not told.');
    const refused = (answer: string) => /UNAUTHENTICATED/.test(answer);
    expect(await crawl(buildClientSchema(data), '/graphql', refused)).toEqual([]);
    expect(await recordsBefore()).toEqual(before);
  }, 120_000);

  it('writes no secret into its log, however much it logs', async () => {
    const { data } = await admin.ask<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "Logged") { key } }');
    const key = data?.createApiKey.key ?? '';
    expect(key).toMatch(/^guanxi_/);
    await test.app.inject({ method: 'POST', url: '/graphql', headers: { authorization: `Bearer ${key}` }, payload: { query: '{ nothing }' } });
    await test.app.inject({ method: 'POST', url: '/auth/sign-in', payload: { email: ADMIN.email, password: 'a wrong password that is said' } });
    const log = written.join('');
    const secrets = [ADMIN.password, LOW.password, 'a wrong password that is said', key, admin.cookie.split('=')[1] ?? '', low.cookie.split('=')[1] ?? '', test.settings.databaseUrl];
    expect(secrets.filter((secret) => secret === '' || log.includes(secret))).toEqual([]);
  });
});
