import pg, { type Pool } from 'pg';
import type { Settings } from '../config/settings.js';
import { connectionOptions } from './data-source-options.js';
import { outliveLostConnections } from './outlive-lost-connections.js';
import { readingLogin, type ReadingLogin } from './reading-role.js';

/** Connections that can read records and nothing else; none where the database has only one role for everything. */
export class ReadingPool {
  private constructor(readonly pool: Pool | undefined) {}

  /** Looks once whether the role can be used. */
  static async open(settings: Settings): Promise<ReadingPool> {
    const login = readingLogin(settings);
    if (!login || !(await canRead(login))) return new ReadingPool(undefined);
    const pool = new pg.Pool({ connectionString: login.url, application_name: 'guanxi', ...connectionOptions(settings, '-c default_transaction_read_only=on') });
    outliveLostConnections(pool);
    return new ReadingPool(pool);
  }

  async close(): Promise<void> {
    if (this.pool && !this.pool.ended) await this.pool.end();
  }
}

/** Whether somebody is let in with this address, as the role that is meant. */
export async function canRead({ url, role }: ReadingLogin): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: 'guanxi-migrate', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ role: string; may: boolean }>(`select current_user as role, has_schema_privilege('guanxi', 'usage') as may`);
    return rows[0]?.role === role && rows[0].may;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
