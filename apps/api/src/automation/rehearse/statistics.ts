import { sql } from 'kysely';
import type { OrgDatabase } from '../../database/org-database.js';
import type { Org } from '../../orgs/org.js';

const FIRST = 200;

/**
 * Keeps the planner informed about tables that grow from nothing within seconds, faster than PostgreSQL looks by itself:
 * after the first rows, and whenever they have doubled.
 */
export class Statistics {
  private rows = 0;
  private next = FIRST;

  constructor(
    private readonly database: OrgDatabase,
    private readonly stage: Org,
  ) {}

  async entered(rows: number): Promise<void> {
    this.rows += rows;
    if (this.rows < this.next) return;
    this.next = this.rows * 2;
    const session = this.database.session(this.stage);
    const tables = await session.run<{ name: string }>(sql`
      select relname as name from pg_stat_user_tables where schemaname = ${this.stage.schema} and n_mod_since_analyze > 0`);
    for (const { name } of tables) await session.run(sql`analyze ${sql.id(this.stage.schema, name)}`);
  }
}
