import { uniqueIndexName, type ObjectModel } from '@guanxi/metadata';
import {
  compileCreate, compileDelete, compileRestore, compileUpdate, oneRow, readWriteAnswer,
  type Ground, type RowSource, type Selection, type Statement, type WriteInput, type WriteProblem, type WriteRequest, type WriteRow,
} from '@guanxi/query';
import { readSqlState, SqlState } from '../database/sql-state.js';
import { bound, keepStatement } from './bound-statement.js';
import { maintainRollUps } from './maintain/maintain-roll-ups.js';
import { groundOf, StaleModel, type PreparedRow, type WritePlace } from './write-place.js';
import type { TallyKind } from './write-tally.js';

export type WriteKind = 'create' | 'update' | 'delete' | 'restore';

/** The rows of one statement, with what problems are told about. */
export interface Run {
  readonly rows: readonly WriteRow[];
  /** By the number of the row, as are the ids. */
  readonly values: readonly PreparedRow[];
  readonly ids: readonly string[];
  /** Where the rows stand in the database already; `rows` are what they have in common then. */
  readonly stored?: StoredRows;
}

export interface StoredRows {
  /** The same for sources that give the same SQL. */
  readonly key: string;
  readonly source: RowSource;
  readonly variables: Pick<WriteInput, 'ids' | 'from' | 'to'>;
}

/** What the database did: of a partial write the rows without problems are written, else none where there is one. */
export interface Executed {
  readonly records: string | null;
  readonly written: number;
  readonly problems: readonly WriteProblem[];
}

const COMPILERS: Record<WriteKind, (request: WriteRequest, ground: Ground, source?: RowSource) => Statement> = {
  create: compileCreate,
  update: compileUpdate,
  delete: compileDelete,
  restore: compileRestore,
};

const TALLIES: Record<WriteKind, TallyKind> = { create: 'created', update: 'updated', delete: 'deleted', restore: 'restored' };

/** A value that comes in again and again at the very moment is nobody's luck. */
const MOST_COLLISIONS = 20;

/** Writes rows with what follows from them for roll-ups. Throws `StaleModel`. */
export async function executeWrite(kind: WriteKind, place: WritePlace, object: ObjectModel, wanted: Omit<WriteRequest, 'object'>, run: Run): Promise<Executed> {
  const request: WriteRequest = { object: object.name, ...wanted, ...(place.unchecked && { unchecked: true }) };
  const isOne = run.rows.length === 1 && !run.stored;
  const stands = run.stored?.key ?? (isOne ? 'one' : '');
  const key = `${kind} ${stands} ${String(place.revision)} ${place.actor.org.schema} ${place.actor.access.key} ${keyOf(request)}`;
  const statement = keepStatement(place.model, key, () => COMPILERS[kind](request, groundOf(place), run.stored?.source ?? (isOne ? oneRow : undefined)));
  return executeStatement(kind, { statement, isOne, partial: wanted.partial === true }, place, object, run);
}

/** The same with a statement that is at hand. Throws `StaleModel`. */
export async function executeStatement(kind: WriteKind, ready: Ready, place: WritePlace, object: ObjectModel, run: Run): Promise<Executed> {
  const executed = ready.partial ? await sendPartial(ready, place, object, run) : await send(ready, place, object, run);
  if (executed.problems.some(({ code }) => code === 'STALE_MODEL')) throw new StaleModel(`Revision ${String(place.revision)} is no longer the published one.`);
  if (typeof executed.feeds === 'string') await maintainRollUps(place, object.name, executed.feeds);
  place.tally?.add(object, TALLIES[kind], executed.written);
  return executed;
}

const selectKeys = new WeakMap<Selection, string>();

/** Requests that lead to the same SQL have the same key. Most selections come again as the same value. */
function keyOf({ select, ...rest }: WriteRequest): string {
  const selected = selectKeys.get(select) ?? JSON.stringify(select);
  selectKeys.set(select, selected);
  return `${JSON.stringify(rest)} ${selected}`;
}

export interface Ready {
  readonly statement: Statement;
  /** It takes one row as it is, and no list. */
  readonly isOne: boolean;
  readonly partial: boolean;
}

/** `lost`: a unique index told it, and PostgreSQL has given the statement up. */
type Sent = Executed & { readonly feeds?: string | null; readonly lost?: true };

/** A value that another transaction has taken since the statement looked is told by the unique index; the transaction is lost then. */
async function send({ statement, isOne }: Ready, place: WritePlace, object: ObjectModel, { rows, values, stored }: Run): Promise<Sent> {
  const { at, actor, operationId: operation } = place;
  const rowsOfRun = isOne ? { row: rows[0] } : { rows: JSON.stringify(rows) };
  const input: WriteInput = { ...rowsOfRun, at, actor: actor.userId, source: actor.source, operation, ...stored?.variables };
  try {
    // A kept plan was made when the table was smaller: one row does not mind, a thousand do.
    const { name, ...unnamed } = bound(statement, place, { ...input });
    const answer = readWriteAnswer(await place.session.texts(isOne && name !== undefined ? { ...unnamed, name } : unnamed));
    const { problems, ...rest } = answer;
    return { ...rest, problems: problems === null ? [] : (JSON.parse(problems) as WriteProblem[]) };
  } catch (error) {
    const field = collidingField(error, object);
    if (!field || stored) throw error;
    const detail = String((error as { detail?: unknown }).detail ?? '');
    const found = rows.find(({ _row }) => detail.includes(`=(${String(values[_row]?.[field])})`)) ?? rows[0];
    return { records: null, written: 0, problems: [{ row: found?._row ?? 0, field, code: 'NOT_UNIQUE', version: null }], lost: true };
  }
}

/** The good ones are written also where a value comes in at the same moment: its row goes to the refused ones, the others are sent again. */
async function sendPartial(ready: Ready, place: WritePlace, object: ObjectModel, run: Run): Promise<Sent> {
  const collided: WriteProblem[] = [];
  let rest = run;
  for (let attempt = 0; ; attempt += 1) {
    await place.session.run({ text: 'savepoint good_ones', values: [] });
    const sent = await send(ready, place, object, rest);
    await place.session.run({ text: sent.lost ? 'rollback to savepoint good_ones' : 'release savepoint good_ones', values: [] });
    const [collision] = sent.problems;
    if (!sent.lost || !collision || attempt === MOST_COLLISIONS) return { ...sent, problems: [...collided, ...sent.problems] };
    collided.push(collision);
    rest = { ...rest, rows: rest.rows.filter(({ _row }) => _row !== collision.row) };
    if (rest.rows.length === 0) return { ...sent, problems: collided };
  }
}

function collidingField(error: unknown, object: ObjectModel): string | undefined {
  if (readSqlState(error) !== SqlState.uniqueViolation) return undefined;
  const { constraint } = error as { constraint?: string };
  return object.fields.find(({ column }) => uniqueIndexName(object.table, column) === constraint)?.name;
}
