import { say, type JsonValue, type Wording } from '@guanxi/field-types';
import { objectWord, type ObjectModel } from '@guanxi/metadata';
import { compileFind, isRecordId, type WriteRequest, type WriteRow } from '@guanxi/query';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../access/actor.js';
import { allOrNothing } from './all-or-nothing.js';
import { dependentsOf } from './dependents.js';
import { encryptValues } from './encrypt-values.js';
import { faults } from './fault-wording.js';
import { fillDefaults } from './fill-defaults.js';
import { findDuplicates } from './find-duplicates.js';
import { deleteDependents, restoreDetails } from './follow-deletion.js';
import { prepareRows, type Preparation, type PreparedRows } from './prepare-rows.js';
import type { RecordChange, RecordValues, Refused, WriteFault } from './record-values.js';
import { bound, columnsOf, keepStatement, runWrite, type Run, type WriteKind } from './run-write.js';
import { hasJunctions, writeJunctions, type RecordDoors } from './write-junctions.js';
import { groundOf, NO_WISH, type PreparedRow, type WriteOutcome, type WritePlace, type WriteWish } from './write-place.js';

export async function createRecords(place: WritePlace, objectName: string, rows: readonly RecordValues[], wish: WriteWish): Promise<WriteOutcome> {
  const object = findObject(place, objectName);
  if (!object) return { problems: [unknownObject(objectName, place.actor)] };
  if (!place.actor.access.objects.get(objectName)?.create) return { problems: [forbidden(faults.mayNotCreate, object, place.actor)] };
  const preparing = preparation(place, object, 'create');
  const prepared = await fillDefaults(prepareRows(rows, preparing), preparing, place);
  const ids = rows.map(() => uuidv7());
  const { fields } = shapeOf(prepared.rows);
  const locks = object.fields.some(({ rules }) => rules.readOnlyWhen);
  const writeRows = encryptValues(prepared.rows, object, place).map((row, index): WriteRow => ({
    _row: index, _id: ids[index] ?? '', _changes: creationChanges(row), ...(locks && { _set: prepared.given[index] ?? [] }), ...columnsOf(row, object),
  }));
  return writePrepared('create', { place, object, prepared, wanted: { fields, ...wish }, run: { rows: writeRows, values: prepared.rows, ids } });
}

export async function updateRecords(place: WritePlace, objectName: string, changes: readonly RecordChange[], wish: WriteWish): Promise<WriteOutcome> {
  const object = findObject(place, objectName);
  if (!object) return { problems: [unknownObject(objectName, place.actor)] };
  if (place.actor.access.objects.get(objectName)?.edit === 'none') return { problems: [forbidden(faults.mayNotChange, object, place.actor)] };
  const wrongIds = findWrongIds(changes, object, place.actor);
  if (wrongIds.length > 0) return { problems: wrongIds };
  const prepared = prepareRows(changes.map(({ values }) => values), preparation(place, object, 'update'));
  const { fields, uneven } = shapeOf(prepared.rows);
  const writeRows = encryptValues(prepared.rows, object, place).map((row, index): WriteRow => ({
    ...targetOf(changes[index] as RecordChange, index),
    ...(uneven && { _set: Object.keys(row) }),
    ...columnsOf(row, object),
  }));
  return writePrepared('update', { place, object, prepared, wanted: { fields, uneven, ...wish }, run: { rows: writeRows, values: prepared.rows, ids: changes.map(({ id }) => id) } });
}

/** Into the recycle bin, or out of it, with all that hangs on the records. */
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
  const run: Run = { rows: targets.map(targetOf), values: [], ids: targets.map(({ id }) => id) };
  const move = () => runWrite(kind, place, object, { fields: [], ...wish }, run);
  if (dependentsOf(place.model, object).length === 0) return move();
  return allOrNothing(place.session, async () => {
    const moved = await move();
    if ('problems' in moved) return moved;
    const refused = await (kind === 'delete' ? deleteDependents : restoreDetails)(place, object, run.ids);
    return refused ?? moved;
  });
}

/** The ids of records that have one of the values in a field, by value as text. */
export async function findRecords(place: WritePlace, objectName: string, field: string, keys: readonly JsonValue[]): Promise<ReadonlyMap<string, string>> {
  const statement = keepStatement(place.model, `find ${objectName} ${field} ${place.actor.org.schema} ${place.actor.access.key}`, () =>
    compileFind({ object: objectName, field }, groundOf(place)),
  );
  const found = await place.session.run<{ key: string; id: string }>(bound(statement, place, { keys }));
  return new Map(found.map(({ key, id }) => [key, id]));
}

const DOORS: RecordDoors = {
  create: (place, object, rows) => createRecords(place, object, rows, NO_WISH),
  delete: (place, object, targets) => moveRecords('delete', place, object, targets.map(({ id }) => ({ id })), NO_WISH),
};

interface Writing {
  readonly place: WritePlace;
  readonly object: ObjectModel;
  readonly prepared: PreparedRows;
  readonly wanted: Omit<WriteRequest, 'object'>;
  readonly run: Run;
}

/** What is wrong by itself and what the database finds wrong are told together. */
async function writePrepared(kind: Extract<WriteKind, 'create' | 'update'>, { place, object, prepared, wanted, run }: Writing): Promise<WriteOutcome> {
  const similar = await findDuplicates(place, object, { rows: run.rows, fields: wanted.fields, uneven: wanted.uneven === true, isNew: kind === 'create' });
  const known = [...prepared.problems, ...similar];
  if (known.length > 0) {
    const checked = await runWrite(kind, place, object, { ...wanted, select: [], checkOnly: true }, run);
    return { problems: inOrder([...known, ...('problems' in checked ? withoutFollowing(checked, prepared.problems, object) : [])]) };
  }
  if (!hasJunctions(prepared)) return runWrite(kind, place, object, wanted, run);
  return allOrNothing(place.session, async () => {
    const written = await runWrite(kind, place, object, wanted, run);
    if ('problems' in written) return written;
    return (await writeJunctions(place, prepared, run.ids, DOORS)) ?? written;
  });
}

/** What was found of a row's values is not worth telling where the value it is about was wrong to begin with. */
function withoutFollowing({ problems }: Refused, known: readonly WriteFault[], { rules }: ObjectModel): readonly WriteFault[] {
  const places = new Set(known.map(({ path }) => path));
  const reads = (name: string) => rules.find((rule) => rule.name === name)?.when.references.map(([first = '']) => first) ?? [];
  return problems.filter(({ path, rule }) => {
    const row = path.split('/')[1] ?? '';
    if (rule !== undefined) return !reads(rule).some((field) => places.has(`/${row}/${field}`) || places.has(`/${row}/${field}Id`));
    return !places.has(path);
  });
}

function inOrder(problems: readonly WriteFault[]): readonly WriteFault[] {
  return problems.toSorted((left, right) => rowOf(left) - rowOf(right));
}

function rowOf({ path }: WriteFault): number {
  return Number(path.split('/')[1] ?? 0);
}

/** Undefined when there is none, or none that this actor may know of: nothing tells the two apart. */
function findObject({ model, actor }: WritePlace, name: string): ObjectModel | undefined {
  return actor.access.objects.has(name) ? model.objectByName.get(name) : undefined;
}

function unknownObject(name: string, { locale }: Actor): WriteFault {
  return { path: '', code: 'not-found', message: say({ ...faults.noObject, words: { name } }, locale) };
}

function preparation({ model, actor }: WritePlace, object: ObjectModel, purpose: 'create' | 'update'): Preparation {
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

function creationChanges(row: PreparedRow): Readonly<Record<string, readonly [null, JsonValue]>> {
  const changes: Record<string, readonly [null, JsonValue]> = {};
  for (const name in row) {
    const value = row[name] ?? null;
    if (value !== null) changes[name] = [null, value];
  }
  return changes;
}
