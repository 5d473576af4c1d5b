import type { RawBuilder } from 'kysely';
import type { ClientBase, Pool, QueryResultRow } from 'pg';
import { compileStatement } from './compile-statement.js';
import type { CompiledStatement, SqlSession } from './sql-session.js';

/** A session on a pool (each statement on any connection) or on one client (all on its transaction). */
export class PgSession implements SqlSession {
  constructor(
    private readonly connection: Pool | ClientBase,
    /** `false` sends named statements without their name: after DDL a kept plan may no longer fit. */
    private readonly keepPlans = true,
  ) {}

  async run<Row extends object>(statement: RawBuilder<unknown> | CompiledStatement): Promise<Row[]> {
    const { text, values, name } = 'text' in statement ? statement : compileStatement(statement);
    const result = await this.connection.query<Row & QueryResultRow>({
      text,
      values: [...values],
      ...(name && this.keepPlans ? { name } : {}),
    });
    return result.rows;
  }
}
