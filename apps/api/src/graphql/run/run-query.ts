import { assembleAnswer, bindStatement, type StatementInput } from '@guanxi/query';
import type { Pool } from 'pg';
import { statementName } from '../../records/statement-names.js';
import type { QueryPlan } from './plan-query.js';

/** Runs a plan and answers the members of `data` as JSON text: what PostgreSQL wrote goes out as it came. */
export async function runQuery(plan: QueryPlan, input: StatementInput, pool: Pool): Promise<string> {
  if (!plan.statement) return '';
  const { text } = plan.statement;
  const name = statementName(text);
  const values = bindStatement(plan.statement, input);
  const { rows } = await pool.query<(string | null)[]>({ text, values, rowMode: 'array', ...(name !== undefined && { name }) });
  return assembleAnswer(plan.statement, rows[0] ?? []);
}
