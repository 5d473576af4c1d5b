import { bindStatement, type StatementInput } from '@guanxi/query';
import type { Pool } from 'pg';
import { statementName } from '../../records/statement-names.js';
import type { QueryPlan } from './plan-query.js';

/** Runs a plan and answers the members of `data` as JSON text: what PostgreSQL wrote goes out as it came. */
export async function runQuery(plan: QueryPlan, input: StatementInput, pool: Pool): Promise<string> {
  if (!plan.statement) return '';
  const { text } = plan.statement;
  const name = statementName(text);
  const values = bindStatement(plan.statement, input);
  const result = await pool.query<(string | null)[]>({ text, values, rowMode: 'array', ...(name !== undefined && { name }) });
  const [row] = result.rows;
  let members = '';
  for (let index = 0; index < plan.labels.length; index += 1) {
    members += `${index === 0 ? '' : ','}${plan.labels[index]}${row?.[index] ?? 'null'}`;
  }
  return members;
}
