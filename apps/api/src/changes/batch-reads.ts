import { bindStatement, type Statement, type StatementInput } from '@guanxi/query';
import type { SqlSession } from '../database/sql-session.js';

/**
 * Reads that many followers make about the same changes: the same statement with the same values is run once. Rights
 * stand in statement and values, so nobody is answered what was read for somebody with others.
 */
export class BatchReads {
  private readonly answers = new Map<string, Promise<readonly object[]>>();

  constructor(
    private readonly session: SqlSession,
    /** One moment for the whole batch, so that values which lean on it are the same for everybody. */
    private readonly now: string,
  ) {}

  run<Row extends object>(statement: Statement, input: Omit<StatementInput, 'now'>): Promise<readonly Row[]> {
    const values = bindStatement(statement, { ...input, now: this.now });
    const key = `${statement.text}\n${JSON.stringify(values)}`;
    const known = this.answers.get(key) ?? this.session.run<Row>({ text: statement.text, values });
    this.answers.set(key, known);
    return known as Promise<readonly Row[]>;
  }
}
