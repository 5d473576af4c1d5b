import { bindStatement, type ReadStatement, type StatementInput } from '@guanxi/query';
import type { OrgDatabase } from '../../database/org-database.js';
import type { RowBytes } from '../../database/row-tap.js';
import { statementName } from '../../records/statement-names.js';
import { textOf, type JsonPieces } from './json-pieces.js';
import { markSearches } from './mark-searches.js';
import type { QueryPlan } from './plan-query.js';

/** Runs a plan and answers the members of `data` as JSON text: what PostgreSQL wrote goes out as it came. */
export async function runQuery({ statement, quick, searches }: QueryPlan, input: StatementInput, database: Pick<OrgDatabase, 'readBytes'>): Promise<JsonPieces> {
  if (!statement) return [];
  const { text } = statement;
  const name = statementName(text);
  const row = await database.readBytes({ text, values: bindStatement(statement, input), ...(name !== undefined && { name }) }, quick && name !== undefined);
  const answer = putTogether(statement, row);
  return searches.length === 0 ? answer : [markSearches(textOf(answer), searches, input)];
}

function putTogether({ around }: ReadStatement, row: RowBytes): JsonPieces {
  const pieces: (string | Buffer)[] = [];
  for (let index = 0; index < around.length; index += 1) {
    if (index > 0) pieces.push(row[index - 1] ?? 'null');
    pieces.push(around[index] ?? '');
  }
  return pieces;
}
