import type { RawBuilder } from 'kysely';
import type { ClientBase, Pool, QueryResultRow } from 'pg';
import { compileStatement } from './compile-statement.js';
import { readSqlState, SqlState } from './sql-state.js';
import type { CompiledStatement, SqlSession } from './sql-session.js';
import { queryTexts, type Texts } from './text-query.js';
import { tracedStatement } from './traced-statement.js';

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
    return tracedStatement(compiled.text, () => this.keepingPlan(compiled, (name) => this.send<Row>(compiled, name)));
  }

  texts(statement: CompiledStatement): Promise<Texts> {
    const { text, values } = statement;
    return tracedStatement(text, () => this.keepingPlan(statement, (name) => queryTexts(this.connection, { text, values: [...values], ...(name !== undefined && { name }) })));
  }

  private async keepingPlan<T>({ name }: CompiledStatement, send: (name?: string) => Promise<T>): Promise<T> {
    if (!this.keepPlans || name === undefined) return send();
    try {
      return await send(name);
    } catch (error) {
      // DDL changed what the kept plan returns. In a transaction the whole work is run again; here one statement is.
      if (this.inTransaction || readSqlState(error) !== SqlState.featureNotSupported) throw error;
      return send();
    }
  }

  private async send<Row extends object>({ text, values }: CompiledStatement, name?: string): Promise<Row[]> {
    const result = await this.connection.query<Row & QueryResultRow>({ text, values: [...values], ...(name && { name }) });
    return result.rows;
  }
}
