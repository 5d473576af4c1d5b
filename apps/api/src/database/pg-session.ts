import type { RawBuilder } from 'kysely';
import type { ClientBase, Pool, QueryResultRow } from 'pg';
import { compileStatement } from './compile-statement.js';
import { readSqlState, SqlState } from './sql-state.js';
import type { CompiledStatement, SqlSession } from './sql-session.js';

/** A session on a pool (each statement on any connection) or on one client (all on its transaction). */
export class PgSession implements SqlSession {
  constructor(
    private readonly connection: Pool | ClientBase,
    /** `false` sends named statements without their name: after DDL a kept plan may no longer fit. */
    private readonly keepPlans = true,
    private readonly inTransaction = false,
  ) {}

  async run<Row extends object>(statement: RawBuilder<unknown> | CompiledStatement): Promise<Row[]> {
    const compiled = 'text' in statement ? statement : compileStatement(statement);
    if (!this.keepPlans || compiled.name === undefined) return this.send(compiled);
    try {
      return await this.send(compiled, compiled.name);
    } catch (error) {
      // DDL changed what the kept plan returns. In a transaction the whole work is run again; here one statement is.
      if (this.inTransaction || readSqlState(error) !== SqlState.featureNotSupported) throw error;
      return this.send(compiled);
    }
  }

  private async send<Row extends object>({ text, values }: CompiledStatement, name?: string): Promise<Row[]> {
    const result = await this.connection.query<Row & QueryResultRow>({ text, values: [...values], ...(name && { name }) });
    return result.rows;
  }
}
