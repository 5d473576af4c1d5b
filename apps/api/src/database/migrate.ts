import { Logger } from '@nestjs/common';
import { sql } from 'kysely';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { makeDataSourceOptions } from './data-source-options.js';
import { migrateOrgSchema } from './migrate-org-schema.js';
import { PgSession } from './pg-session.js';
import { canRead } from './reading-pool.js';
import { makeReadingRole, readingLogin } from './reading-role.js';

/** Any number that nothing else locks. */
const MIGRATION_LOCK = 7_315_204_417;

/**
 * Brings the platform's schema and every org's schema up to this version. API and workers may start together: the first
 * one does the work, the others wait for it. Each migration is a transaction.
 */
export async function migrate(settings: Settings): Promise<void> {
  const client = new pg.Client({ connectionString: settings.databaseUrl, application_name: 'guanxi-migrate', options: '-c TimeZone=UTC -c statement_timeout=0' });
  await connect(client);
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('create schema if not exists guanxi');
    await client.query('create extension if not exists pg_trgm with schema public');
    await migratePlatform(settings);
    await separateReading(client, settings);
    await migrateOrgs(client);
  } finally {
    // The lock goes with the connection.
    await client.end();
  }
}

async function connect(client: pg.Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database of DATABASE_URL cannot be used: ${reason}. Start it, or mend DATABASE_URL.`, { cause: error });
  }
}

async function migratePlatform(settings: Settings): Promise<void> {
  const dataSource = await new DataSource(makeDataSourceOptions({ ...settings, poolSize: 2, statementTimeout: 0 })).initialize();
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
}

/** A database that allows no second role works with one; whoever runs it hears of it. */
async function separateReading(client: pg.Client, settings: Settings): Promise<void> {
  const login = readingLogin(settings);
  const isLetIn = (): Promise<boolean> => (login ? canRead(login) : Promise.resolve(false));
  const obstacle = login ? await makeReadingRole(new PgSession(client), login, isLetIn) : 'DATABASE_URL names no user with a password';
  if (await isLetIn()) return;
  new Logger('Database').warn(`One database role reads and writes: ${obstacle ?? `the database does not let the role ${login?.role} in`}. docs/guides/server.md tells how there can be two.`);
}

async function migrateOrgs(client: pg.Client): Promise<void> {
  const session = new PgSession(client);
  const orgs = await session.run<{ id: string; schema: string }>(sql`select id, schema from guanxi.org order by created_at, id`);
  for (const org of orgs) await migrateOrgSchema(session, org, 'transaction-each');
}
