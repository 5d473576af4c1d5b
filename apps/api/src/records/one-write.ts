import { fieldType, type JsonValue } from '@guanxi/field-types';
import type { ObjectModel } from '@guanxi/metadata';
import { compileCreate, compileUpdate, oneRow, type Selection, type Statement, type WriteRow } from '@guanxi/query';
import { executeStatement } from './execute-write.js';
import { rulesFor } from './find-duplicates.js';
import { newId } from './new-id.js';
import { isOneStatement } from './one-statement.js';
import { prepareRows } from './prepare-rows.js';
import type { RecordChange, RecordValues } from './record-values.js';
import { columnsOf, describeProblems, type Run } from './run-write.js';
import { creationChanges, targetRow } from './shape-rows.js';
import { groundOf, type PreparedRow, type WriteOutcome, type WritePlace } from './write-place.js';
import { preparation } from './write-records.js';
import { writeTraits } from './write-traits.js';

/** One record that is written by one statement, which nothing has to be asked before: what does not depend on its values, worked out once. */
export interface OneWrite {
  readonly kind: 'create' | 'update';
  readonly object: ObjectModel;
  readonly select: Selection;
  /** By the names of the fields that are written. */
  readonly statements: Map<string, Statement>;
}

/** Undefined where values under these names take more than that. `select` is what the statement itself can answer. */
export function planOneWrite(kind: OneWrite['kind'], place: WritePlace, { name, select, keys }: { readonly name: string; readonly select: Selection; readonly keys: readonly string[] }): OneWrite | undefined {
  const { actor, model } = place;
  const object = actor.access.objects.has(name) ? model.objectByName.get(name) : undefined;
  const rights = actor.access.objects.get(name);
  if (!object || (kind === 'create' ? rights?.create !== true : rights?.edit === 'none')) return undefined;
  const none = Object.fromEntries(keys.map((key) => [key, null]));
  if (!isOneStatement(model, name, kind, none)) return undefined;
  const { encrypted, defaultFormulas, through } = writeTraits(object);
  const fields = object.fields.filter((field) => keys.includes(field.name) || keys.includes(`${field.name}Id`));
  if (fields.some((field) => field.members !== undefined || fieldType(field.type).encrypted)) return undefined;
  if (kind === 'create' && (encrypted.length > 0 || defaultFormulas.length > 0)) return undefined;
  if (through.some((relation) => keys.includes(relation.name))) return undefined;
  const asked = { fields: fields.map((field) => field.name), isNew: kind === 'create' };
  return rulesFor(place, object, asked).length > 0 ? undefined : { kind, object, select, statements: new Map() };
}

/** Whether values are what they are by themselves: no records that are made or connected on the way. */
export function areSimple(values: RecordValues): boolean {
  for (const key in values) {
    const value = values[key];
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value) || value.some((item) => typeof item === 'object' && item !== null)) return false;
  }
  return true;
}

/** `id` and `ifVersion` of the record that is changed; none for a new one. Undefined, with nothing sent, where something is wrong with the values already. */
export async function writeOne(plan: OneWrite, place: WritePlace, values: RecordValues, target?: Omit<RecordChange, 'values'>): Promise<WriteOutcome | undefined> {
  const { kind, object } = plan;
  const prepared = prepareRows([values], preparation(place, object, kind));
  const [row] = prepared.rows;
  if (!row || prepared.problems.length > 0) return undefined;
  const id = target?.id ?? newId();
  const said = target ? targetRow(target, 0) : newRow(id, row, prepared.given[0] ?? [], object);
  const run: Run = { rows: [Object.assign(said, columnsOf(row, object))], values: prepared.rows, ids: [id] };
  const { problems, records, written } = await executeStatement(kind, { statement: statementFor(plan, place, row), isOne: true, partial: false }, place, object, run);
  return problems.length > 0 ? { problems: describeProblems(problems, place, object, run) } : { ids: run.ids, records, written };
}

function newRow(id: string, row: PreparedRow, given: readonly string[], object: ObjectModel): WriteRow {
  const changes: Readonly<Record<string, readonly [null, JsonValue]>> = creationChanges(row);
  return writeTraits(object).locks ? { _row: 0, _id: id, _changes: changes, _set: given } : { _row: 0, _id: id, _changes: changes };
}

/** Defaults may bring fields that the caller did not name. */
function statementFor({ kind, object, select, statements }: OneWrite, place: WritePlace, row: PreparedRow): Statement {
  const fields = Object.keys(row);
  const key = fields.join();
  const known = statements.get(key);
  if (known) return known;
  const request = { object: object.name, fields: fields.sort(), select, answer: 'one' } as const;
  const made = (kind === 'create' ? compileCreate : compileUpdate)(request, groundOf(place), oneRow);
  statements.set(key, made);
  return made;
}
