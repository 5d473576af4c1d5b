import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { until } from '../../testing/until.js';

const kills = Number(process.env['PUBLISH_KILLS'] ?? 2);
const text = (title: string, guanxi: object = {}) => ({ title, type: 'string', guanxi: { type: 'text', ...guanxi } });

/** Many statements in one plan: there are many moments between the first and the last. */
const before = { kind: 'object', name: 'Crate', title: 'Crate', type: 'object', properties: { name: text('Name'), old: text('Old'), size: text('Size') }, required: ['name'], guanxi: { nameField: 'name' } };
const added = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`extra${index}`, text(`Extra ${index}`, { indexed: index % 2 === 0 })]));

describe('publishing that is killed', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('killed publishing');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(() => test.close());

  it('has happened whole or not at all, at whatever moment', async () => {
    await saveDraft([before]);
    await ask('mutation { publish(baseRevision: 1) { revision } }');
    const { documents } = await ask<{ documents: { name: string; document: typeof before }[] }>('{ documents(draft: false) { name document } }');
    const crate = documents.find(({ name }) => name === 'Crate')?.document ?? before;
    const { old: _, size, ...others } = crate.properties;
    await saveDraft([{ ...crate, properties: { ...others, measure: size, ...added } }, { ...before, name: 'Box', title: 'Box', properties: { name: text('Name') } }]);
    const untouched = await readTables();

    for (let kill = 0; kill < kills && (await revision()) === 2; kill += 1) {
      await publishAndKill(Math.random() * 400);
      const tables = await readTables();
      if ((await revision()) === 2) expect(tables).toEqual(untouched);
    }
    if ((await revision()) === 2) {
      const { plan } = await ask<{ plan: { changes: { id: string }[] } }>('{ plan { changes { id } } }');
      await ask('mutation ($consents: [String!]!) { publish(baseRevision: 2, consents: $consents) { revision } }', { consents: plan.changes.map(({ id }) => id) });
    }

    const tables = await readTables();
    expect(await revision()).toBe(3);
    expect(tables.filter(({ name }) => name.startsWith('crate.extra'))).toHaveLength(60);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['crate.measure', 'crate._gone_3_old', 'box.name']));
    expect(tables.map(({ name }) => name)).not.toContain('crate.size');
    expect((await ask<{ draft: { changes: unknown[] } }>('{ draft { changes { name } } }')).draft.changes).toEqual([]);
  }, 600_000);

  /** Another API process is asked to publish, and is gone a moment later. */
  async function publishAndKill(after: number): Promise<void> {
    const port = await freePort();
    const child = test.startProcess('api', { PORT: String(port) });
    const exited = once(child, 'exit');
    await until(async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok === true);
    const key = (await readFile(join(test.settings.dataFolder, 'cli-key'), 'utf8')).trim();
    const { plan } = await ask<{ plan: { changes: { id: string }[] } }>('{ plan { changes { id } } }');
    const body = JSON.stringify({ query: 'mutation ($consents: [String!]!) { publish(baseRevision: 2, consents: $consents) { revision } }', variables: { consents: plan.changes.map(({ id }) => id) } });
    const publishing = fetch(`http://127.0.0.1:${port}/metadata`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, body }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, after));
    child.kill('SIGKILL');
    await exited;
    await publishing;
    // What PostgreSQL was doing for it comes to its end by itself.
    await until(async () => (await test.database.pool.query(`select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`)).rowCount === 0);
  }

  async function readTables(): Promise<readonly { readonly name: string }[]> {
    const { rows } = await test.database.pool.query<{ name: string }>(
      `select table_name || '.' || column_name as name, data_type, is_nullable from information_schema.columns where table_schema = $1
       union all select 'index ' || indexname, indexdef, '' from pg_indexes where schemaname = $1
       union all select 'constraint ' || conname, pg_get_constraintdef(oid), '' from pg_constraint where connamespace = $1::regnamespace order by 1, 2`,
      [test.org.schema],
    );
    return rows;
  }

  async function revision(): Promise<number> {
    const { rows } = await test.database.pool.query<{ number: number; published: number }>(`select number, (select published_revision from guanxi.org where schema = $1) as published from "${test.org.schema}"._revision`, [test.org.schema]);
    expect(rows[0]?.number).toBe(rows[0]?.published);
    return rows[0]?.number ?? 0;
  }

  async function saveDraft(documents: readonly unknown[]): Promise<void> {
    const { saveDraft: result } = await ask<{ saveDraft: { problems: unknown[] } }>('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path message } } }', { documents });
    expect(result.problems).toEqual([]);
  }

  async function ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const { data, errors } = await admin.ask<Data>(query, variables);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
