import { bindStatement, readOperand, type ReadOfFew, type ReadStatement, type StatementInput } from '@guanxi/query';
import type { OrgDatabase } from '../../database/org-database.js';
import { Pace } from '../../database/pace.js';
import type { RowBytes } from '../../database/row-tap.js';
import { statementName } from '../../records/statement-names.js';
import { textOf, type JsonPieces } from './json-pieces.js';
import { markSearches } from './mark-searches.js';
import type { QueryPlan } from './plan-query.js';

/** Runs a plan and answers the members of `data` as JSON text: what PostgreSQL wrote goes out as it came. */
export async function runQuery({ statement, few, isLookUp, searches }: QueryPlan, input: StatementInput, database: Reading): Promise<JsonPieces> {
  if (!statement) return [];
  const answer = (few && (await runOfFew(few, input, database))) ?? putTogether(statement, await read(statement, input, isLookUp, database));
  return searches.length === 0 ? answer : [markSearches(textOf(answer), searches, input)];
}

type Reading = Pick<OrgDatabase, 'readBytes'>;

function read(statement: ReadStatement, input: StatementInput, isLookUp: boolean, database: Reading): Promise<RowBytes> {
  const { text } = statement;
  const values = bindStatement(statement, input);
  const name = statementName(text);
  // PostgreSQL plans it anew each time.
  if (name === undefined) return database.readBytes({ text, values });
  return database.readBytes({ text, values, name }, isLookUp ? 'look-up' : paceOf(statement));
}

const paces = new WeakMap<ReadStatement, Pace>();

function paceOf(statement: ReadStatement): Pace {
  const known = paces.get(statement);
  if (known) return known;
  const pace = new Pace();
  paces.set(statement, pace);
  return pace;
}

/** Texts remembered of one statement that many records have. */
const MOST_COMMON = 1_000;
const common = new WeakMap<ReadOfFew, Set<string>>();

/** Undefined where many records have what is searched for. The next one who searches for the same does not try again. */
async function runOfFew(few: ReadOfFew, input: StatementInput, database: Reading): Promise<JsonPieces | undefined> {
  const known = common.get(few) ?? new Set<string>();
  const texts = few.searched.map((text) => String(readOperand(text, input))).join('\n');
  if (known.has(texts)) return undefined;
  const row = await read(few, input, false, database);
  if (row[few.isMore]?.toString() !== 'true') return putTogether(few, row);
  if (known.size >= MOST_COMMON) known.clear();
  common.set(few, known.add(texts));
  return undefined;
}

function putTogether({ around }: ReadStatement, row: RowBytes): JsonPieces {
  const pieces: (string | Buffer)[] = [];
  for (let index = 0; index < around.length; index += 1) {
    if (index > 0) pieces.push(row[index - 1] ?? 'null');
    pieces.push(around[index] ?? '');
  }
  return pieces;
}
