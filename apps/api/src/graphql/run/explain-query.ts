import { bindStatement, type Cost, type StatementInput } from '@guanxi/query';
import type { OrgDatabase } from '../../database/org-database.js';
import type { QueryPlan } from './plan-query.js';

/** How a query is answered, for those who want to make it faster. */
export interface QueryExplanation {
  readonly sql: string;
  /** Of secrets there is none: nothing can be compared with an encrypted value. */
  readonly parameters: readonly unknown[];
  /** What PostgreSQL answers to EXPLAIN (FORMAT JSON). */
  readonly plan: unknown;
  readonly cost: Cost;
  /** From sending the statement to its last byte. */
  readonly milliseconds: number;
}

/** Undefined where no record is asked for, so that there is no statement. */
export async function explainQuery({ statement, cost }: QueryPlan, input: StatementInput, milliseconds: number, database: Pick<OrgDatabase, 'readBytes'>): Promise<QueryExplanation | undefined> {
  if (!statement) return undefined;
  const parameters = bindStatement(statement, input);
  const [plan] = await database.readBytes({ text: `explain (format json) ${statement.text}`, values: parameters });
  return { sql: statement.text, parameters, plan: JSON.parse(plan?.toString() ?? 'null'), cost, milliseconds };
}
