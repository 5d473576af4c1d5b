import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import type { Org } from '../orgs/org.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { jobKinds } from '../queue/job-kinds.js';
import { routesOf } from '../startup/route-list.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { callsOf, ID_PLACE } from './testing/fill-arguments.js';
import { makeSecondOrg } from './testing/second-org.js';

const MARK = 'Zebrafish';
const OTHER = { email: 'other@example.org', password: 'a password of another org' };
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

describe('two orgs of one installation', () => {
  let test: TestApp;
  let first: Caller;
  let other: Caller;
  let otherOrg: Org;
  /** Of every table of the first org, and of the platform's tables about it, a few ids each. */
  let ids: readonly string[];
  /** Those of records alone. */
  let recordIds: readonly string[];
  let everyId: ReadonlySet<string>;

  beforeAll(async () => {
    test = await startTestApp('orgs_apart');
    first = await test.signIn(ADMIN.email, ADMIN.password);
    await fillFirst();
    const tables = await idsOfFirst();
    everyId = new Set(tables.flatMap(({ found }) => found));
    ids = tables.flatMap(({ found }) => found.slice(0, 1));
    recordIds = tables.filter(({ table }) => table.startsWith(test.org.schema) && !table.includes('._')).flatMap(({ found }) => found.slice(0, 3));
    expect(recordIds.length).toBeGreaterThan(2);
    otherOrg = await makeSecondOrg(test.app, OTHER);
    other = await test.signIn(OTHER.email, OTHER.password);
    expect(ids.length).toBeGreaterThan(8);
  });
  afterAll(() => test.close());

  const ask = async (caller: Caller, query: string, path = '/metadata', variables: object = {}): Promise<Record<string, unknown>> => {
    const { data, errors } = await caller.ask(query, { ...variables }, path);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const fetchAs = async (caller: Caller, method: string, url: string) => {
    const { statusCode, payload } = await test.app.inject({ method: method as 'GET', url, headers: { cookie: caller.cookie, 'x-guanxi-request': '1' } });
    return { statusCode, payload };
  };

  /** Something of every kind that has an id. */
  async function fillFirst(): Promise<void> {
    await ask(first, `mutation { createCustomers(data: [{ name: "${MARK} one" }, { name: "${MARK} two" }]) { id } }`, '/graphql');
    const { createCustomer } = (await ask(first, `mutation { createCustomer(data: { name: "${MARK} three" }) { id } }`, '/graphql')) as { createCustomer: { id: string } };
    await ask(first, 'mutation ($id: ID!) { addComment(object: "Customer", recordId: $id, text: "Zebrafish said") { id } }', '/metadata', createCustomer);
    await ask(first, 'mutation { createApiKey(name: "Zebrafish key") { key } }').catch(() => undefined);
    await ask(first, 'mutation { startExport(list: { object: "Customer", format: CSV }) { id } }').catch(() => undefined);
    await ask(first, 'mutation { startOrgExport(objects: ["Customer"], format: CSV) { id } }').catch(() => undefined);
    const boundary = 'zzz';
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${MARK}.csv"\r\ncontent-type: text/csv\r\n\r\nname\r\n${MARK}\r\n--${boundary}--\r\n`;
    for (const url of ['/files', '/import/upload', '/imports', '/uploads']) await test.app.inject({ method: 'POST', url, payload, headers: { cookie: first.cookie, 'x-guanxi-request': '1', 'content-type': `multipart/form-data; boundary=${boundary}` } });
  }

  async function idsOfFirst(): Promise<readonly { readonly table: string; readonly found: readonly string[] }[]> {
    const { pool } = test.database;
    const { rows } = await pool.query<{ schema: string; name: string; column: string }>(
      `select table_schema as schema, table_name as name, column_name as column from information_schema.columns
       where data_type = 'uuid' and column_name = 'id' and (table_schema = $1 or (table_schema = 'guanxi' and table_name in (select table_name from information_schema.columns where table_schema = 'guanxi' and column_name in ('org_id', 'user_id')) and table_name <> 'trail'))`,
      [test.org.schema],
    );
    const tables = await Promise.all(rows.map(async ({ schema, name }) => {
      const { rows: found } = await pool.query<{ id: string }>(`select id::text as id from "${schema}"."${name}" limit 50`).catch(() => ({ rows: [] }));
      return { table: `${schema}.${name}`, found: found.map(({ id }) => id).filter((id) => !id.startsWith('00000000')) };
    }));
    const { rows: org } = await pool.query<{ id: string }>('select id::text as id from guanxi.org where schema = $1', [test.org.schema]);
    return [...tables.filter(({ found }) => found.length > 0), { table: 'guanxi.org', found: org.map(({ id }) => id) }];
  }

  /** One line per table of the first org: what stands in it, as a hash. */
  async function contentOfFirst(): Promise<readonly string[]> {
    const { pool } = test.database;
    const { rows } = await pool.query<{ name: string }>('select table_name as name from information_schema.tables where table_schema = $1 order by 1', [test.org.schema]);
    return Promise.all(rows.map(async ({ name }) => {
      const { rows: [row] } = await pool.query<{ hash: string | null }>(`select md5(string_agg(t::text, ',' order by t::text)) as hash from "${test.org.schema}"."${name}" t`);
      return `${name} ${row?.hash ?? '-'}`;
    }));
  }

  /** What an answer says, with every id taken out; and whether it names something of the first org that it was not asked about. */
  function judge(answer: string, asked: readonly string[]): { readonly said: string; readonly leaks: boolean } {
    const named = (answer.match(UUID) ?? []).filter((id) => everyId.has(id) && !asked.includes(id));
    return { said: answer.replace(UUID, 'ID').replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, 'AT').replace(/\b\d{4}-\d\d-\d\d \d{4}\b/g, 'AT').replace(/"seq":"\d+"/g, ''), leaks: named.length > 0 || answer.includes(MARK) };
  }

  async function walk(path: string, schema: ReturnType<typeof buildClientSchema>, given: readonly string[]): Promise<{ readonly asked: number; readonly wrong: readonly string[] }> {
    const wrong: string[] = [];
    const calls = callsOf(schema, 'Customer').filter(({ takesId }) => takesId);
    for (const { kind, name, call } of calls) {
      const answerTo = async (id: string) => judge(JSON.stringify(await other.ask(`${kind} { ${call.replaceAll(ID_PLACE, id)} }`, {}, path)), [id]);
      const nobodys = await answerTo(randomUUID());
      for (const id of given) {
        const theirs = await answerTo(id);
        if (theirs.leaks) wrong.push(`${kind} ${name} tells: ${theirs.said.slice(0, 300)}`);
        if (theirs.said !== nobodys.said) wrong.push(`${kind} ${name} answers otherwise: ${theirs.said.slice(0, 300)} / ${nobodys.said.slice(0, 300)}`);
      }
    }
    return { asked: calls.length, wrong };
  }

  it('answer each other’s ids like ids that nobody has, at every query and mutation of /metadata', async () => {
    const before = await contentOfFirst();
    const { asked, wrong } = await walk('/metadata', test.app.get(GraphQLSchemaHost).schema as ReturnType<typeof buildClientSchema>, ids);
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(60);
    expect(await contentOfFirst()).toEqual(before);
  }, 240_000);

  it('do so with records too', async () => {
    const before = await contentOfFirst();
    const { data } = await other.ask<IntrospectionQuery>(getIntrospectionQuery(), {}, '/graphql');
    if (!data) throw new Error('The schema was not told.');
    const { asked, wrong } = await walk('/graphql', buildClientSchema(data), recordIds);
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(20);
    expect(await contentOfFirst()).toEqual(before);
  }, 240_000);

  it('do so at every route with an id in its address, and tell nothing at the others', async () => {
    const wrong: string[] = [];
    const routes = routesOf(test.app.getHttpAdapter().getInstance() as Parameters<typeof routesOf>[0]).filter(({ method, url }) => method !== 'HEAD' && method !== 'OPTIONS' && !url.includes('/auth/sign-out') && url !== '/backup' && url !== '*');
    for (const { method, url } of routes) {
      if (!url.includes(':')) {
        if (method !== 'GET' || url.includes('*') || /stream|changes/.test(url)) continue;
        const { payload } = await fetchAs(other, method, url);
        // What they themselves asked about stands in their own trail.
        if (judge(payload, ids).leaks) wrong.push(`${method} ${url} tells of the other org`);
        continue;
      }
      for (const id of ids) {
        const [theirs, nobodys] = [id, randomUUID()].map((given) => url.replace(/:\w+/g, given));
        const [one, two] = [await fetchAs(other, method, theirs ?? ''), await fetchAs(other, method, nobodys ?? '')];
        const [said, meant] = [judge(one.payload, [id]), judge(two.payload, [])];
        if (said.leaks) wrong.push(`${method} ${url} tells`);
        if (one.statusCode !== two.statusCode || said.said !== meant.said) wrong.push(`${method} ${url} answers otherwise: ${one.statusCode} ${said.said.slice(0, 200)} / ${two.statusCode} ${meant.said.slice(0, 200)}`);
        if (one.statusCode >= 500) wrong.push(`${method} ${url} fails: ${said.said.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(routes.length).toBeGreaterThan(20);
  }, 120_000);

  it('do not take up each other’s cursors, nor do jobs of one touch the other', async () => {
    const before = await contentOfFirst();
    const page = (await ask(first, '{ customers(first: 1) { pageInfo { endCursor } } }', '/graphql')) as { customers: { pageInfo: { endCursor: string } } };
    const onward = JSON.stringify(await other.ask('query ($after: String) { customers(first: 10, after: $after) { nodes { id name } } }', { after: page.customers.pageInfo.endCursor }, '/graphql'));
    expect(judge(onward, []).leaks).toBe(false);
    const handlers = test.app.get(JobHandlers, { strict: false }).proven();
    for (const [kind, run] of handlers) if (jobKinds[kind].every === undefined) await run({ org: otherOrg.id });
    expect(await contentOfFirst()).toEqual(before);
  }, 120_000);

  it('have each their own trail', async () => {
    const log = JSON.stringify(await other.ask('{ auditLog(first: 200) { items { sentences object recordName trail { detail } } } verifyTrail { chain fault } }'));
    expect(judge(log, ids).leaks).toBe(false);
    const file = await fetchAs(other, 'GET', '/export/trail.ndjson');
    const chains = new Set(file.payload.trim().split('\n').map((line) => (JSON.parse(line) as { chain: string }).chain));
    expect([...chains]).toEqual([otherOrg.id]);
  });
});
