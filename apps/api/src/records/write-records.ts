import type { JsonValue } from '@guanxi/field-types';
import type { ObjectModel } from '@guanxi/metadata';
import { compileFind, type WriteRow } from '@guanxi/query';
import { allOrNothing } from './all-or-nothing.js';
import { dependentsOf } from './dependents.js';
import { encryptChanges, encryptValues } from './encrypt-values.js';
import { faults } from './fault-wording.js';
import { fillDefaults } from './fill-defaults.js';
import { hideUnreadable } from './hide-unreadable.js';
import { findObject, findWrongIds, forbidden, rowOf, unknownObject } from './find-object.js';
import { deleteDependents, restoreDetails } from './follow-deletion.js';
import { takeNested } from './nested/take-nested.js';
import { writeNested, type NestedDoors } from './nested/write-nested.js';
import { writeApart } from './nested/write-apart.js';
import { newId } from './new-id.js';
import { prepareRows, type Preparation } from './prepare-rows.js';
import type { RecordChange, RecordValues } from './record-values.js';
import { bound, columnsOf, keepStatement, runWrite, type Run } from './run-write.js';
import { creationChanges, shapeOf, targetRow } from './shape-rows.js';
import type { RecordDoors } from './write-junctions.js';
import { groundOf, NO_WISH, type WriteOutcome, type WritePlace, type WriteWish } from './write-place.js';
import { writePrepared } from './write-prepared.js';
import { writeTraits } from './write-traits.js';

/** Makes records, with what their values make and connect beside them. */
export async function createRecords(place: WritePlace, objectName: string, rows: readonly RecordValues[], wish: WriteWish): Promise<WriteOutcome> {
  const object = findObject(place, objectName);
  if (!object) return { problems: [unknownObject(objectName, place.actor)] };
  if (!place.actor.access.objects.get(objectName)?.create) return { problems: [forbidden(faults.mayNotCreate, object, place.actor)] };
  const nested = takeNested(rows, preparation(place, object, 'create'));
  if (!nested) return createPlain(place, object, rows, wish);
  if (wish.partial) return writeApart(rows, nested, (part, one) => createRecords(place, objectName, part, { ...wish, partial: one }));
  return writeNested(place, object, nested, (plain) => createPlain(place, object, plain, wish), NESTED_DOORS);
}

/** Changes records, with what their values make, connect and let go beside them. */
export async function updateRecords(place: WritePlace, objectName: string, changes: readonly RecordChange[], wish: WriteWish): Promise<WriteOutcome> {
  const object = findObject(place, objectName);
  if (!object) return { problems: [unknownObject(objectName, place.actor)] };
  if (place.actor.access.objects.get(objectName)?.edit === 'none') return { problems: [forbidden(faults.mayNotChange, object, place.actor)] };
  const wrongIds = findWrongIds(changes, object, place.actor);
  if (wrongIds.length > 0 && !wish.partial) return { problems: wrongIds };
  if (wrongIds.length > 0) return withoutRows(changes, wrongIds, (rest) => updateRecords(place, objectName, rest, wish));
  const nested = takeNested(changes.map(({ values }) => values), preparation(place, object, 'update'));
  if (!nested) return updatePlain(place, object, changes, wish);
  if (wish.partial) return writeApart(changes, nested, (part, one) => updateRecords(place, objectName, part, { ...wish, partial: one }));
  const merge = (plain: readonly RecordValues[]) => changes.map((change, row) => ({ ...change, values: plain[row] ?? {} }));
  return writeNested(place, object, nested, (plain) => updatePlain(place, object, merge(plain), wish), NESTED_DOORS);
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
  const wrongIds = findWrongIds(targets, object, place.actor);
  if (wrongIds.length > 0 && !wish.partial) return { problems: wrongIds };
  if (wrongIds.length > 0) return withoutRows(targets, wrongIds, (rest) => moveRecords(kind, place, objectName, rest, wish));
  const run: Run = { rows: targets.map(targetRow), values: [], ids: targets.map(({ id }) => id) };
  const move = () => runWrite(kind, place, object, { fields: [], ...wish }, run);
  if (dependentsOf(place.model, object).length === 0) return move();
  const moved = await allOrNothing(place.session, async () => {
    const outcome = await move();
    // What was moved beside the refused ones is taken back: it has to go together with what hangs on it.
    if ('problems' in outcome || outcome.refused) return { problems: 'problems' in outcome ? outcome.problems : (outcome.refused ?? []) };
    return (await (kind === 'delete' ? deleteDependents : restoreDetails)(place, object, run.ids)) ?? outcome;
  });
  if (!wish.partial || !('problems' in moved)) return moved;
  // What stands in the way of one record is no reason to keep the others.
  return withoutRows(targets, moved.problems, (rest) => moveRecords(kind, place, objectName, rest, wish));
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

const NESTED_DOORS: NestedDoors = {
  create: (place, object, rows) => createRecords(place, object, rows, NO_WISH),
  update: (place, object, changes) => updateRecords(place, object, changes, NO_WISH),
  find: findRecords,
};

async function createPlain(place: WritePlace, object: ObjectModel, rows: readonly RecordValues[], wish: WriteWish): Promise<WriteOutcome> {
  const preparing = preparation(place, object, 'create');
  const filled = await fillDefaults(prepareRows(rows, preparing), preparing, place);
  const prepared = { ...filled, problems: filled.problems.map((fault) => hideUnreadable(fault, object, place.actor)) };
  const ids = rows.map(newId);
  const { fields } = shapeOf(prepared.rows);
  const { locks } = writeTraits(object);
  const writeRows = encryptValues(prepared.rows, object, place).map((row, index): WriteRow => ({
    _row: index, _id: ids[index] ?? '', _changes: creationChanges(row), ...(locks && { _set: prepared.given[index] ?? [] }), ...columnsOf(row, object),
  }));
  return writePrepared('create', { place, object, prepared, wanted: { fields, ...wish }, run: { rows: writeRows, values: prepared.rows, ids }, doors: DOORS });
}

async function updatePlain(place: WritePlace, object: ObjectModel, changes: readonly RecordChange[], wish: WriteWish): Promise<WriteOutcome> {
  const prepared = prepareRows(changes.map(({ values }) => values), preparation(place, object, 'update'));
  const { fields, uneven } = shapeOf(prepared.rows);
  const ids = changes.map(({ id }) => id);
  const writeRows = (await encryptChanges(prepared.rows, ids, object, place)).map((row, index): WriteRow => ({
    ...targetRow(changes[index] as RecordChange, index),
    ...(uneven && { _set: Object.keys(row) }),
    ...columnsOf(row, object),
  }));
  const run: Run = { rows: writeRows, values: prepared.rows, ids };
  return writePrepared('update', { place, object, prepared, wanted: { fields, uneven, ...wish }, run, doors: DOORS });
}

/** Of a partial write: the rows of which nothing is known to be wrong, told under their numbers in the whole list. */
async function withoutRows<T extends { readonly id: string }>(
  rows: readonly T[],
  problems: readonly { readonly path: string; readonly code: string; readonly message: string }[],
  write: (rest: readonly T[]) => Promise<WriteOutcome>,
): Promise<WriteOutcome> {
  const bad = new Set(problems.map(rowOf));
  if (bad.has(undefined)) return { problems };
  const kept = rows.map((_, row) => row).filter((row) => !bad.has(row));
  const outcome = await write(kept.map((row) => rows[row] as T));
  if ('problems' in outcome) return outcome;
  const refused = [...problems, ...(outcome.refused ?? []).map((problem) => {
    const row = rowOf(problem) ?? 0;
    return { ...problem, path: `/${kept[row] ?? row}${problem.path.slice(`/${row}`.length)}` };
  })];
  return { ...outcome, ids: rows.map(({ id }) => id), refused };
}

export function preparation({ model, actor }: WritePlace, object: ObjectModel, purpose: 'create' | 'update'): Preparation {
  const { country } = actor.org;
  return { model, access: actor.access, object, purpose, context: { locale: actor.locale, timeZone: actor.timeZone, ...(country !== undefined && { country }) } };
}
