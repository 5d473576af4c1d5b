import { fieldType, type JsonValue } from '@guanxi/field-types';
import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import { compileOpenOwners, compileReach, type Access } from '@guanxi/query';
import type { Actor } from '../access/actor.js';
import type { BatchReads } from './batch-reads.js';
import type { FeedRow, HistoryKind } from './feed.js';

/** `left`: the record is no longer among those that this person may read. */
export type ChangeKind = HistoryKind | 'left';

/** A change as one person may know it. */
export interface ToldChange {
  readonly row: FeedRow;
  /** Name of the object: "Customer". */
  readonly object: string;
  readonly id: string;
  readonly kind: ChangeKind;
  readonly at: string;
  readonly actorId: string | null;
  readonly source: string;
  readonly operationId: string | null;
  readonly fields: readonly string[];
  /** By field: from, to. */
  readonly changes: Readonly<Record<string, readonly [JsonValue, JsonValue]>>;
  /** False when the record is in the bin: then nothing of its values is told. */
  readonly isAlive: boolean;
}

interface Place {
  readonly actor: Actor;
  readonly model: Model;
  readonly reads: BatchReads;
}

/**
 * The changes that this person may know, with the fields they may read *now*. A deleted record is told without values to
 * those who could read it otherwise; one that went to another owner is told as `left` to those who could read it for whose
 * it was. The rest is left out.
 */
export async function tellChanges(rows: readonly FeedRow[], place: Place): Promise<readonly ToldChange[]> {
  const byObject = new Map<string, FeedRow[]>();
  for (const row of rows) {
    const some = byObject.get(row.object) ?? [];
    byObject.set(row.object, some);
    some.push(row);
  }
  const told = await Promise.all([...byObject].map(([id, some]) => tellObject(id, some, place)));
  const inOrder = new Map(told.flat().map((change) => [change.row.id, change]));
  return rows.flatMap(({ id }) => inOrder.get(id) ?? []);
}

async function tellObject(objectId: string, rows: readonly FeedRow[], place: Place): Promise<readonly ToldChange[]> {
  const object = place.model.objectById.get(objectId);
  if (!object || !place.actor.access.objects.has(object.name)) return [];
  const reached = await findReached(object, rows.map(({ recordId }) => recordId), place);
  const owners = await findOpenOwners(object, rows.flatMap((row) => (reached.has(row.recordId) ? [] : (formerOwner(row) ?? []))), place);
  return rows.flatMap((row): ToldChange[] => {
    const alive = reached.get(row.recordId);
    if (alive === true) return [tell(row, object, row.kind, place.actor.access, true)];
    if (alive === false) return [tell(row, object, row.kind, place.actor.access, false)];
    return owners.has(formerOwner(row) ?? '') ? [tell(row, object, 'left', place.actor.access, false)] : [];
  });
}

/** Records within reach of this person: true where they are alive. */
async function findReached(object: ObjectModel, ids: readonly string[], { actor, model, reads }: Place): Promise<ReadonlyMap<string, boolean>> {
  const statement = compileReach(object.name, { model, access: actor.access, schema: actor.org.schema });
  const wanted = [...new Set(ids)].sort();
  const rows = await reads.run<{ id: string; alive: boolean }>(statement, { variables: { ids: wanted }, me: actor.userId, timeZone: actor.timeZone });
  return new Map(rows.map(({ id, alive }) => [id, alive]));
}

/** Of the people whose record it was: those whose records this person reads. */
async function findOpenOwners(object: ObjectModel, ids: readonly string[], { actor, model, reads }: Place): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const statement = compileOpenOwners(object.name, { model, access: actor.access, schema: actor.org.schema });
  const rows = await reads.run<{ id: string }>(statement, { variables: { ids: [...new Set(ids)].sort() }, me: actor.userId, timeZone: actor.timeZone });
  return new Set(rows.map(({ id }) => id));
}

function formerOwner({ changes }: FeedRow): string | undefined {
  const before = changes['owner']?.[0];
  return typeof before === 'string' ? before : undefined;
}

function tell(row: FeedRow, object: ObjectModel, kind: ChangeKind, access: Access, isAlive: boolean): ToldChange {
  const { recordId, at, actorId, source, operationId } = row;
  const changes = isAlive ? readableChanges(row, object, access) : {};
  return { row, object: object.name, id: recordId, kind, at, actorId, source, operationId, fields: Object.keys(changes), changes, isAlive };
}

function readableChanges(row: FeedRow, object: ObjectModel, access: Access): ToldChange['changes'] {
  const readable = access.objects.get(object.name)?.readableFields;
  const changes = Object.entries(row.changes).flatMap(([name, [from, to]]) => {
    const field = object.fieldByName.get(name);
    return field && readable?.has(name) ? [[name, [tellable(field, from), tellable(field, to)]] as const] : [];
  });
  return Object.fromEntries(changes);
}

/** Of an encrypted value the history has the cipher: that it changed is all that is told. */
function tellable(field: FieldModel, value: JsonValue): JsonValue {
  return value !== null && fieldType(field.type).encrypted ? '••••' : value;
}
