import { assembleAnswer, bindStatement, type StatementInput } from '@guanxi/query';
import type { OrgDatabase } from '../../database/org-database.js';
import { statementName } from '../../records/statement-names.js';
import { markSearches } from './mark-searches.js';
import type { QueryPlan } from './plan-query.js';

/** Runs a plan and answers the members of `data` as JSON text: what PostgreSQL wrote goes out as it came. */
export async function runQuery({ statement, quick, searches }: QueryPlan, input: StatementInput, database: Pick<OrgDatabase, 'readTexts'>): Promise<string> {
  if (!statement) return '';
  const { text } = statement;
  const name = statementName(text);
  const texts = await database.readTexts({ text, values: bindStatement(statement, input), ...(name !== undefined && { name }) }, quick && name !== undefined);
  const answer = assembleAnswer(statement, texts);
  return searches.length === 0 ? answer : markSearches(answer, searches, input);
}
