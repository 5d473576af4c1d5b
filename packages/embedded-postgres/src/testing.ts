import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one test file, on the server that the test run started. */
export interface TestDatabase {
  readonly pool: pg.Pool;
  readonly url: string;
  /** Ends the pool and removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** The database new ones are copied from; it already has the extensions. */
export const TEST_TEMPLATE = 'guanxi_test_template';

/** Makes an empty database with pg_trgm. `name` only helps to recognise it in the server's lists. */
export async function createTestDatabase(name = 'test'): Promise<TestDatabase> {
  const server = testServerUrl();
  const database = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '_').slice(0, 40)}_${randomBytes(6).toString('hex')}`;
  await runOnServer(server, `create database ${database} template ${TEST_TEMPLATE}`);
  const url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // Connections are cut when the database is dropped or the server stops; that by itself is no failure of a test.
  const ignore = (): void => undefined;
  pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
  return {
    pool,
    url,
    async drop() {
      if (!pool.ended) await pool.end();
      await runOnServer(server, `drop database if exists ${database} with (force)`);
    },
  };
}

/** Makes the template once per server; the test run does this before the first test. `statements`: what every database has besides. */
export async function prepareTestServer(url: string, statements: readonly string[] = []): Promise<void> {
  await runOnServer(url, `create database ${TEST_TEMPLATE}`);
  await runOnServer(Object.assign(new URL(url), { pathname: `/${TEST_TEMPLATE}` }).href, ['create extension pg_trgm', ...statements].join(';\n'));
}

function testServerUrl(): string {
  const url = process.env['GUANXI_TEST_POSTGRES_URL'];
  if (!url) throw new Error('There is no test server: run the tests through jest.config.mjs, which starts one.');
  return url;
}

async function runOnServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
