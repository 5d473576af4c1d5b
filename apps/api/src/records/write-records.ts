import { say, type JsonValue, type Wording } from '@guanxi/field-types';
import { objectWord, uniqueIndexName, type Model, type ObjectModel } from '@guanxi/metadata';
import {
  bindStatement, compileCreate, compileDelete, compileFind, compileRestore, compileUpdate, isRecordId,
  type Ground, type Selection, type Statement, type WriteAnswer, type WriteInput, type WriteProblem, type WriteRequest, type WriteRow,
} from '@guanxi/query';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../access/actor.js';
import type { SqlSession } from '../database/sql-session.js';
import { readSqlState, SqlState } from '../database/sql-state.js';
import { describeProblem } from './describe-fault.js';
import { faults } from './fault-wording.js';
import { prepareRows, type PreparedRow } from './prepare-rows.js';
import type { RecordChange, RecordValues, Refused, WriteFault } from './record-values.js';
import { statementName } from './statement-names.js';

/** Where and in whose name something is written. */
export interface WritePlace {
  readonly session: SqlSession;
  readonly actor: Actor;
  readonly model: Model;
  /** ISO instant. */
  readonly at: string;
  /** Joins the history of everything that was written together. */
  readonly operationId: string;
}

/** What the caller wants to see of the records, taken from the writing statement itself: values only. */
export interface WriteWish {
  readonly select: Selection;
  readonly answer: 'one' | 'many';
}

export interface Written {
  /** In the order of the rows. */
  readonly ids: readonly string[];
  /** JSON text as wished, or null. */
  readonly records: string | null;
  /** How many records are different now. */
  readonly written: number;
}

export type WriteOutcome = Written | Refused;

export const NO_WISH: WriteWish = { select: [], answer: 'many' };

export async function createRecords(place: WritePlace, objectName: string, rows: readonly RecordValues[], wish: WriteWish): Promise<WriteOutcome> {
  const object = findObject(place, objectName);
  if (!object) return { problems: [unknownObject(objectName, place.actor)] };
  if (!place.actor.access.objects.get(objectName)?.create) return { problems: [forbidden(faults.mayNotCreate, object, place.actor)] };
  const prepared = prepareRows(rows, preparation(place, object, 'create'));
  if (prepared.problems.length > 0) return { problems: prepared.problems };
  const { fields } = shapeOf(prepared.rows);
  const ids = rows.map(() => uuidv7());
  const writeRows = prepared.rows.map((row, index) => ({ _row: index, _id: ids[index] ?? '', _changes: creationChanges(row), ...columnsOf(row, object) }));
  return perform('create', place, object, { fields, ...wish }, { rows: writeRows, values: prepared.rows, ids });
}

export async function updateRecords(place: WritePlace, objectName: string, changes: readonly RecordChange[], wish: WriteWish): Promise<WriteOutcome> {
  const object = findObject(place, objectName);
  if (!object) return { problems: [unknownObject(objectName, place.actor)] };
  if (place.actor.access.objects.get(objectName)?.edit === 'none') return { problems: [forbidden(faults.mayNotChange, object, place.actor)] };
  const prepared = prepareRows(changes.map(({ values }) => values), preparation(place, object, 'update'));
  const problems = [...prepared.problems, ...findWrongIds(changes, object, place.actor)];
  if (problems.length > 0) return { problems };
  const { fields, uneven } = shapeOf(prepared.rows);
  const writeRows = prepared.rows.map((row, index) => ({
    ...targetOf(changes[index] as RecordChange, index),
    ...(uneven && { _set: Object.keys(row) }),
    ...columnsOf(row, object),
  }));
  return perform('update', place, object, { fields, uneven, ...wish }, { rows: writeRows, values: prepared.rows, ids: changes.map(({ id }) => id) });
}

/** Into the recycle bin, or out of it. */
export async function moveRecords(
  kind: 'delete' | 'restore',
  place: WritePlace,
  objectName: string,
  targets: readonly Omit<RecordChange, 'values'>[],
  wish: WriteWish,
): Promise<WriteOutcome> {
  const object = findObject(place, objectName);
  if (!object) return { problems: [unknownObject(objectName, place.actor)] };
  if (place.actor.access.objects.get(objectName)?.delete === 'none') return { problems: [forbidden(faults.mayNotDelete, object, place.actor)] };
  const problems = findWrongIds(targets, object, place.actor);
  if (problems.length > 0) return { problems };
  return perform(kind, place, object, { fields: [], ...wish }, { rows: targets.map(targetOf), values: [], ids: targets.map(({ id }) => id) });
}

/** The ids of records that have one of the values in a field, by value as text. */
export async function findRecords(place: WritePlace, objectName: string, field: string, keys: readonly JsonValue[]): Promise<ReadonlyMap<string, string>> {
  const statement = cached(place.model, `find ${objectName} ${field} ${place.actor.org.schema} ${place.actor.access.key}`, () =>
    compileFind({ object: objectName, field }, ground(place)),
  );
  const found = await place.session.run<{ key: string; id: string }>(send(statement, place, { keys }));
  return new Map(found.map(({ key, id }) => [key, id]));
}

/** Undefined when there is none, or none that this actor may know of: nothing tells the two apart. */
function findObject({ model, actor }: WritePlace, name: string): ObjectModel | undefined {
  return actor.access.objects.has(name) ? model.objectByName.get(name) : undefined;
}

function unknownObject(name: string, { locale }: Actor): WriteFault {
  return { path: '', code: 'not-found', message: say({ ...faults.noObject, words: { name } }, locale) };
}

function preparation({ model, actor }: WritePlace, object: ObjectModel, purpose: 'create' | 'update') {
  const { country } = actor.org;
  return { model, access: actor.access, object, purpose, context: { locale: actor.locale, timeZone: actor.timeZone, ...(country !== undefined && { country }) } };
}

function forbidden(wording: Wording, object: ObjectModel, { locale }: Actor): WriteFault {
  return { path: '', code: 'forbidden', message: say({ ...wording, words: { object: objectWord(object) } }, locale) };
}

function findWrongIds(targets: readonly { readonly id: string }[], object: ObjectModel, { locale }: Actor): WriteFault[] {
  const tell = (wording: Wording, id: string) => say({ ...wording, words: { object: objectWord(object), id } }, locale);
  const seen = new Set<string>();
  return targets.flatMap(({ id }, index): WriteFault[] => {
    if (!isRecordId(id)) return [{ path: `/${index}`, code: 'not-found', message: tell(faults.noRecord, JSON.stringify(id)) }];
    if (seen.has(id)) return [{ path: `/${index}`, code: 'duplicate-row', message: tell(faults.changedTwice, id) }];
    seen.add(id);
    return [];
  });
}

function targetOf({ id, ifVersion }: Omit<RecordChange, 'values'>, index: number): WriteRow {
  return { _row: index, _id: id, ...(ifVersion !== undefined && ifVersion !== null && { _version: ifVersion }) };
}

function shapeOf(rows: readonly PreparedRow[]): { fields: readonly string[]; uneven: boolean } {
  const first = Object.keys(rows[0] ?? {});
  const all = new Set(first);
  let uneven = false;
  for (const row of rows) {
    const names = Object.keys(row);
    uneven ||= names.length !== first.length || names.some((name) => !all.has(name));
    for (const name of names) all.add(name);
  }
  return { fields: [...all].sort(), uneven };
}

function columnsOf(row: PreparedRow, object: ObjectModel): Readonly<Record<string, JsonValue>> {
  const columns: Record<string, JsonValue> = {};
  for (const name in row) {
    const field = object.fieldByName.get(name);
    if (field) columns[field.column] = row[name] ?? null;
  }
  return columns;
}

function creationChanges(row: PreparedRow): Readonly<Record<string, readonly [null, JsonValue]>> {
  const changes: Record<string, readonly [null, JsonValue]> = {};
  for (const name in row) {
    const value = row[name] ?? null;
    if (value !== null) changes[name] = [null, value];
  }
  return changes;
}

type WriteKind = 'create' | 'update' | 'delete' | 'restore';

const COMPILERS: Record<WriteKind, (request: WriteRequest, ground: Ground) => Statement> = {
  create: compileCreate,
  update: compileUpdate,
  delete: compileDelete,
  restore: compileRestore,
};

interface Run {
  readonly rows: readonly WriteRow[];
  readonly values: readonly PreparedRow[];
  readonly ids: readonly string[];
}

async function perform(kind: WriteKind, place: WritePlace, object: ObjectModel, wanted: Omit<WriteRequest, 'object'>, run: Run): Promise<WriteOutcome> {
  if (run.rows.length === 0) return { ids: [], records: wanted.select.length > 0 ? '[]' : null, written: 0 };
  const request: WriteRequest = { object: object.name, ...wanted };
  const key = `${kind} ${place.actor.org.schema} ${place.actor.access.key} ${JSON.stringify(request)}`;
  const statement = cached(place.model, key, () => COMPILERS[kind](request, ground(place)));
  const input: WriteInput = { rows: JSON.stringify(run.rows), at: place.at, actor: place.actor.userId, source: place.actor.source, operation: place.operationId };
  const answer = await sendWrite(statement, place, input, object, run);
  if ('row' in answer) return { problems: [describe(answer, place, object, run)] };
  if (answer.problems === null) return { ids: run.ids, records: answer.records, written: answer.written };
  return { problems: (JSON.parse(answer.problems) as WriteProblem[]).map((problem) => describe(problem, place, object, run)) };
}

/** A value that another transaction has taken since the statement looked is told by the unique index; the transaction is lost then. */
async function sendWrite(statement: Statement, place: WritePlace, input: WriteInput, object: ObjectModel, run: Run): Promise<WriteAnswer | WriteProblem> {
  try {
    // A kept plan was made when the table was smaller: one row does not mind, a thousand do.
    const { name, ...unnamed } = send(statement, place, { ...input });
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

function send(statement: Statement, { actor, at }: WritePlace, variables: Readonly<Record<string, unknown>>) {
  const name = statementName(statement.text);
  const values = bindStatement(statement, { variables, me: actor.userId, now: at, timeZone: actor.org.timeZone });
  return { text: statement.text, values, ...(name !== undefined && { name }) };
}

function ground({ model, actor }: WritePlace): Ground {
  return { model, access: actor.access, schema: actor.org.schema };
}

const statements = new WeakMap<Model, Map<string, Statement>>();

function cached(model: Model, key: string, compile: () => Statement): Statement {
  const known = statements.get(model) ?? new Map<string, Statement>();
  statements.set(model, known);
  const statement = known.get(key) ?? compile();
  known.set(key, statement);
  return statement;
}
