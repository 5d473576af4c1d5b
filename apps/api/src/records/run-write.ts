import type { JsonValue } from '@guanxi/field-types';
import { uniqueIndexName, type ObjectModel } from '@guanxi/metadata';
import {
  compileCreate, compileDelete, compileRestore, compileUpdate,
  type Ground, type Statement, type WriteAnswer, type WriteInput, type WriteProblem, type WriteRequest, type WriteRow,
} from '@guanxi/query';
import { readSqlState, SqlState } from '../database/sql-state.js';
import { bound, keepStatement } from './bound-statement.js';
import { describeProblem } from './describe-fault.js';
import { maintainRollUps } from './maintain/maintain-roll-ups.js';
import type { WriteFault } from './record-values.js';
import { groundOf, StaleModel, type PreparedRow, type WriteOutcome, type WritePlace } from './write-place.js';

export type WriteKind = 'create' | 'update' | 'delete' | 'restore';

/** The rows of one statement, with what problems are told about. */
export interface Run {
  readonly rows: readonly WriteRow[];
  readonly values: readonly PreparedRow[];
  readonly ids: readonly string[];
}

const COMPILERS: Record<WriteKind, (request: WriteRequest, ground: Ground) => Statement> = {
  create: compileCreate,
  update: compileUpdate,
  delete: compileDelete,
  restore: compileRestore,
};

/** Writes the rows, or tells everything that is wrong with them. Throws `StaleModel`. */
export async function runWrite(kind: WriteKind, place: WritePlace, object: ObjectModel, wanted: Omit<WriteRequest, 'object'>, run: Run): Promise<WriteOutcome> {
  if (run.rows.length === 0) return { ids: [], records: wanted.select.length > 0 ? '[]' : null, written: 0 };
  const request: WriteRequest = { object: object.name, ...wanted, ...(place.unchecked && { unchecked: true }) };
  const key = `${kind} ${String(place.revision)} ${place.actor.org.schema} ${place.actor.access.key} ${JSON.stringify(request)}`;
  const statement = keepStatement(place.model, key, () => COMPILERS[kind](request, groundOf(place)));
  const input: WriteInput = { rows: JSON.stringify(run.rows), at: place.at, actor: place.actor.userId, source: place.actor.source, operation: place.operationId };
  const answer = await send(statement, place, input, object, run);
  if ('row' in answer) return { problems: [describe(answer, place, object, run)] };
  if (answer.problems === null) {
    if (typeof answer.feeds === 'string') await maintainRollUps(place, object.name, answer.feeds);
    return { ids: run.ids, records: answer.records, written: answer.written };
  }
  const problems = JSON.parse(answer.problems) as WriteProblem[];
  if (problems.some(({ code }) => code === 'STALE_MODEL')) throw new StaleModel(`Revision ${String(place.revision)} is no longer the published one.`);
  return { problems: problems.map((problem) => describe(problem, place, object, run)) };
}

/** A value that another transaction has taken since the statement looked is told by the unique index; the transaction is lost then. */
async function send(statement: Statement, place: WritePlace, input: WriteInput, object: ObjectModel, run: Run): Promise<WriteAnswer | WriteProblem> {
  try {
    // A kept plan was made when the table was smaller: one row does not mind, a thousand do.
    const { name, ...unnamed } = bound(statement, place, { ...input });
    const [answer] = await place.session.run<WriteAnswer>(run.rows.length === 1 && name !== undefined ? { ...unnamed, name } : unnamed);
    if (!answer) throw new Error('A writing statement gave no answer.');
    return answer;
  } catch (error) {
    if (readSqlState(error) !== SqlState.uniqueViolation) throw error;
    const { constraint, detail = '' } = error as { constraint?: string; detail?: string };
    const field = object.fields.find(({ column }) => uniqueIndexName(object.table, column) === constraint);
    if (!field) throw error;
    const row = run.values.findIndex((values) => detail.includes(`=(${String(values[field.name])})`));
    return { row: Math.max(row, 0), field: field.name, code: 'NOT_UNIQUE', version: null };
  }
}

function describe(problem: WriteProblem, { model, actor }: WritePlace, object: ObjectModel, run: Run): WriteFault {
  return describeProblem(problem, { model, object, values: (row) => run.values[row] ?? {}, id: (row) => run.ids[row] ?? '', locale: actor.locale });
}

/** Values by column name, as a row of a run carries them. */
export function columnsOf(row: PreparedRow, object: ObjectModel): Readonly<Record<string, JsonValue>> {
  const columns: Record<string, JsonValue> = {};
  for (const name in row) {
    const field = object.fieldByName.get(name);
    if (field) columns[field.column] = row[name] ?? null;
  }
  return columns;
}

export { bound, keepStatement };
