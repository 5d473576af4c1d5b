import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one test file, on the server that the test run started. */
export interface TestDatabase {
  readonly pool: pg.Pool;
  readonly url: string;
  /** A connection that takes queries before it has answered earlier ones; whoever asks for it ends it. */
  openPipeline(): Promise<pg.Client>;
  /** Ends the pool and removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** The database new ones are copied from; it already has the extensions. */
export const TEST_TEMPLATE = 'guanxi_test_template';

/**
 * Makes a database with pg_trgm, empty or as `template` was made by `prepareTestTemplate`. `name` only helps to recognise it in
 * the server's lists.
 */
export async function createTestDatabase(name = 'test', template = TEST_TEMPLATE): Promise<TestDatabase> {
  const database = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '_').slice(0, 40)}_${randomBytes(6).toString('hex')}`;
  await runOnServer(testServerUrl(), (client) => client.query(`create database ${database} template ${template}`));
  return openTestDatabase(database);
}

/**
 * Sees to it that the server has a database `name` to copy from, once for all suites of a test run: whoever comes first fills
 * it, the others wait. Answers the note that `fill` gave. `fill` leaves no connection behind.
 */
export async function prepareTestTemplate(name: string, fill: (database: TestDatabase) => Promise<string>): Promise<string> {
  return runOnServer(testServerUrl(), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rows } = await client.query<{ note: string }>("select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1 and datistemplate", [name]);
    if (rows[0]) return rows[0].note;
    // Left by a suite that was ended over it.
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template ${TEST_TEMPLATE}`);
    const database = openTestDatabase(name);
    const note = await fill(database).finally(() => database.pool.end());
    await client.query(`comment on database ${name} is ${pg.escapeLiteral(note)}`);
    await client.query(`alter database ${name} is_template true allow_connections false`);
    return note;
  });
}

/** Makes the template once per server; the test run does this before the first test. `statements`: what every database has besides. */
export async function prepareTestServer(url: string, statements: readonly string[] = []): Promise<void> {
  await runOnServer(url, (client) => client.query(`create database ${TEST_TEMPLATE}`));
  const template = Object.assign(new URL(url), { pathname: `/${TEST_TEMPLATE}` }).href;
  await runOnServer(template, (client) => client.query(['create extension pg_trgm', ...statements].join(';\n')));
}

function openTestDatabase(database: string): TestDatabase {
  const url = Object.assign(new URL(testServerUrl()), { pathname: `/${database}` }).href;
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // Connections are cut when the database is dropped or the server stops; that by itself is no failure of a test.
  const ignore = (): void => undefined;
  pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
  return {
    pool,
    url,
    async openPipeline() {
      const client = new pg.Client({ connectionString: url, pipeline: true });
      client.on('error', ignore);
      await client.connect();
      return client;
    },
    async drop() {
      if (!pool.ended) await pool.end();
      await runOnServer(testServerUrl(), (client) => client.query(`drop database if exists ${database} with (force)`));
    },
  };
}

function testServerUrl(): string {
  const url = process.env['GUANXI_TEST_POSTGRES_URL'];
  if (!url) throw new Error('There is no test server: run the tests through jest.config.mjs, which starts one.');
  return url;
}

async function runOnServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
