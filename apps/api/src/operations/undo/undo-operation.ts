import type { FieldModel, ObjectModel } from '@guanxi/metadata';
import {
  layOutUndoing, leaveOutFields, leaveOutGone, leaveOutHidden, leaveOutLeantOn, leaveOutMoved, leaveOutRefused, lockUndoing, UNDOING, undoingRows,
  type LeftOutPlace, type UndoAction, type WriteProblem,
} from '@guanxi/query';
import { sql } from 'kysely';
import { dependentsOf } from '../../records/dependents.js';
import { executeWrite, type WriteKind } from '../../records/execute-write.js';
import { clearReferences } from '../../records/follow-deletion.js';
import { platformPlace } from '../../records/platform-place.js';
import { NO_WISH, type WritePlace } from '../../records/write-place.js';
import { inMasterOrder } from './master-order.js';
import { unmerge } from './unmerge.js';

/** How many records one statement changes. */
const AT_ONCE = 5_000;
/** What stood in the way of a record may have gone by what was put back after it. */
const MOST_ROUNDS = 3;

export interface Undone {
  readonly id: string;
  readonly isMerge: boolean;
}

/**
 * Takes an operation back, set by set, through the statements that write everything else: with the rights and the rules of
 * the person who undoes it, with history, events and roll-ups. What cannot be put back is noted under the operation of
 * `place`. Needs a transaction around it. `report` is told after each set how far it is.
 */
export async function undoOperation(place: WritePlace, undone: Undone, report: () => Promise<void>): Promise<void> {
  const { session, model } = place;
  const { schema } = place.actor.org;
  for (const statement of layOutUndoing(schema, undone.id)) await session.run(statement);
  const objects = await findObjects(place);
  // A merge that somebody was allowed to do has moved references for them: it moves them back for them, too.
  const pointing = undone.isMerge ? platformPlace(place) : place;
  for (const object of objects) await lookAt(object, pointing);
  const forwards = inMasterOrder(objects, model);
  for (let round = 1; ; round += 1) {
    const refused: Refusal[] = [];
    let done = 0;
    const add = (part: Part): void => {
      refused.push(...part.refused);
      done += part.done;
    };
    for (const object of forwards) add(await act('restore', object, place, report));
    for (const object of forwards) add(await act('update', object, pointing, report));
    for (const object of forwards.toReversed()) add(await act('delete', object, place, report));
    if (refused.length === 0) break;
    if (done === 0 || round === MOST_ROUNDS) {
      await session.run(leaveOutRefused(place.operationId, schema, JSON.stringify(refused)));
      break;
    }
  }
  if (undone.isMerge) await unmerge(place, undone.id);
}

interface Refusal {
  readonly place: number;
  readonly field: string | null;
  readonly reason: 'RULE' | 'FORBIDDEN';
}

interface Part {
  readonly done: number;
  readonly refused: readonly Refusal[];
}

/** The objects of the records, without those that this person knows nothing of or that are gone. */
async function findObjects({ session, model, actor, operationId }: WritePlace): Promise<readonly ObjectModel[]> {
  const found = await session.run<{ object: string }>(sql`select distinct object from ${UNDOING} order by object`);
  const objects: ObjectModel[] = [];
  for (const { object: id } of found) {
    const object = model.objectById.get(id);
    if (object && actor.access.objects.has(object.name)) objects.push(object);
    else await session.run(leaveOutHidden(operationId, actor.org.schema, id));
  }
  return objects;
}

/** Locks what is to be touched, and leaves out what is not to be, or no longer. */
async function lookAt(object: ObjectModel, place: WritePlace): Promise<void> {
  const { session } = place;
  const at = leftOutPlace(object, place);
  await session.run(lockUndoing(at));
  await session.run(leaveOutMoved(at));
  await session.run(leaveOutGone(at));
  const fields = await findFields(object, place);
  const mayWrite = (field: FieldModel) => isEditable(field, object, place);
  if (fields.length > 0) await session.run(leaveOutFields(at, fields.filter(mayWrite), fields.filter((field) => !mayWrite(field))));
}

/** One kind of thing that is done to the records of one object. */
async function act(action: UndoAction, object: ObjectModel, place: WritePlace, report: () => Promise<void>): Promise<Part> {
  const { session, actor } = place;
  const [range] = await session.run<{ from: number | null; to: number | null }>(
    sql`select min(place) as from, max(place) + 1 as to from ${UNDOING} where object = ${object.id} and action = ${action} and open`,
  );
  if (!range || range.from === null || range.to === null) return { done: 0, refused: [] };
  const fields = action === 'update' ? (await findFields(object, place)).filter((field) => isEditable(field, object, place)).map(({ name }) => name) : [];
  if (action === 'update' && fields.length === 0) return { done: 0, refused: [] };
  if (action === 'delete') await leaveOutNeeded(object, place);
  const wanted = { ...NO_WISH, fields, partial: true, ...(action === 'update' && { uneven: true }) };
  const refused: Refusal[] = [];
  let done = 0;
  for (let from = range.from; from < range.to; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, range.to);
    const stored = { key: `undoing ${fields.join()}`, source: undoingRows(actor.org.schema, object, action), variables: { from, to } };
    const { written, problems } = await executeWrite(WRITES[action], place, object, wanted, { rows: [], values: [], ids: [], stored });
    const kept = new Set(problems.flatMap(({ row }) => (row === null ? [] : [row + from])));
    const gone = await session.run<{ id: string }>(
      sql`update ${UNDOING} set open = false where place >= ${from} and place < ${to} and open and place <> all(${[...kept]}::integer[]) returning record_id as id`,
    );
    if (action === 'delete') await clearReferences(place, object, gone.map(({ id }) => id));
    refused.push(...firstOfEach(problems, from));
    done += written;
    await report();
  }
  return { done, refused };
}

const WRITES: Record<UndoAction, WriteKind> = { restore: 'restore', update: 'update', delete: 'delete' };

function firstOfEach(problems: readonly WriteProblem[], from: number): readonly Refusal[] {
  const seen = new Map<number, Refusal>();
  for (const { row, field, code } of problems) {
    if (row === null || seen.has(row)) continue;
    const mayNot = code === 'FORBIDDEN' || code === 'NOT_FOUND';
    seen.set(row, { place: row + from, field: mayNot || code === 'RULE' ? null : field, reason: mayNot ? 'FORBIDDEN' : 'RULE' });
  }
  return [...seen.values()];
}

async function leaveOutNeeded(object: ObjectModel, place: WritePlace): Promise<void> {
  for (const { object: child, field, following } of dependentsOf(place.model, object)) {
    if (following !== 'clear') await place.session.run(leaveOutLeantOn(leftOutPlace(object, place), child, field, following));
  }
}

/** The fields whose values are to be put back, as far as they are still there. */
async function findFields(object: ObjectModel, { session }: WritePlace): Promise<readonly FieldModel[]> {
  const found = await session.run<{ name: string }>(
    sql`select distinct k.name from ${UNDOING} u cross join lateral jsonb_object_keys(u.news) as k(name) where u.object = ${object.id} and u.action = 'update' and u.open`,
  );
  const names = new Set(found.map(({ name }) => name));
  return object.fields.filter(({ name, storage }) => storage === 'column' && names.has(name));
}

function isEditable(field: FieldModel, object: ObjectModel, { actor }: WritePlace): boolean {
  return actor.access.objects.get(object.name)?.editableFields.has(field.memberOf ?? field.name) === true;
}

function leftOutPlace(object: ObjectModel, { actor, operationId }: WritePlace): LeftOutPlace {
  return { schema: actor.org.schema, object, undoId: operationId };
}
