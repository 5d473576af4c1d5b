import { sql } from 'kysely';
import pg from 'pg';
import type { Settings } from '../../config/settings.js';
import type { OrgDatabase } from '../../database/org-database.js';
import { PgSession } from '../../database/pg-session.js';
import type { SqlSession } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';

const nameOf = ({ schema }: Org): string => `guanxi online ${schema}`;

/**
 * Runs work on the tables of an org that no transaction can hold, on a connection of its own: one process at a time, the
 * others answer undefined. When the process is killed, PostgreSQL ends the session and lets go of everything.
 */
export async function inOnlineSession<T>(settings: Pick<Settings, 'databaseUrl'>, org: Org, work: (session: SqlSession) => Promise<T>): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: settings.databaseUrl, application_name: nameOf(org), options: '-c TimeZone=UTC -c statement_timeout=0 -c lock_timeout=0 -c maintenance_work_mem=256MB' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const session = new PgSession(client);
    const [lock] = await session.run<{ got: boolean }>(sql`select pg_try_advisory_lock(hashtext('guanxi online'), hashtext(${org.id})) as got`);
    return lock?.got ? await work(session) : undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Interrupts such work: it is taken up again once the tables have been changed. */
export async function makeWayForPublishing(database: OrgDatabase, org: Org): Promise<void> {
  await database.session(org).run(sql`select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and application_name = ${nameOf(org)} and state = 'active'`);
}
