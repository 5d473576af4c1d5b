import { fieldType, type JsonValue } from '@guanxi/field-types';
import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import type { SqlSession } from '../database/sql-session.js';
import { readNames } from './read-names.js';

/** One field of one change, ready to be shown: references carry the name of what they point to. */
export interface TimelineChange {
  readonly field: string;
  readonly from: JsonValue;
  readonly to: JsonValue;
  readonly fromName?: string;
  readonly toName?: string;
}

type StoredChanges = Readonly<Record<string, readonly [JsonValue, JsonValue]>>;

interface Place {
  readonly session: SqlSession;
  readonly schema: string;
  readonly model: Model;
}

/** Brings stored changes into the form that people see: fields that this person may not read, or that are gone, are left out. */
export async function describeChanges(place: Place, access: Access, object: ObjectModel, stored: readonly (StoredChanges | null)[]): Promise<(readonly TimelineChange[] | null)[]> {
  const readable = access.objects.get(object.name)?.readableFields ?? new Set<string>();
  const visible = stored.map((changes) =>
    Object.entries(changes ?? {}).flatMap(([name, [from, to]]) => {
      const field = object.fieldByName.get(name);
      return field && readable.has(name) ? [{ field, from: tellable(field, from), to: tellable(field, to) }] : [];
    }),
  );
  const names = await findNames(place, access, visible.flat());
  return visible.map((changes, index) =>
    stored[index] ? changes.map(({ field, from, to }) => ({ field: field.name, from, to, ...named('fromName', names, from), ...named('toName', names, to) })) : null,
  );
}

/** Of an encrypted value, history has the cipher: that it changed is all that is told. */
function tellable(field: FieldModel, value: JsonValue): JsonValue {
  return value !== null && fieldType(field.type).encrypted ? '••••' : value;
}

function named(key: 'fromName' | 'toName', names: ReadonlyMap<string, string>, value: JsonValue): Partial<TimelineChange> {
  const name = typeof value === 'string' ? names.get(value) : undefined;
  return name === undefined ? {} : { [key]: name };
}

/** Names of the records that changed references point to, one statement per target object. */
async function findNames(place: Place, access: Access, changes: readonly { field: FieldModel; from: JsonValue; to: JsonValue }[]): Promise<ReadonlyMap<string, string>> {
  const idsByTarget = new Map<string, Set<string>>();
  for (const { field, from, to } of changes) {
    if (field.target === undefined) continue;
    const ids = idsByTarget.get(field.target) ?? new Set<string>();
    for (const value of [from, to]) if (typeof value === 'string') ids.add(value);
    idsByTarget.set(field.target, ids);
  }
  const found = await Promise.all([...idsByTarget].map(([target, ids]) => readNames(place, access, target, [...ids])));
  return new Map(found.flatMap((names) => [...names].filter(([, name]) => name !== '')));
}
