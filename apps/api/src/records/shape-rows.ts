import type { JsonValue } from '@guanxi/field-types';
import type { WriteRow } from '@guanxi/query';
import type { RecordChange } from './record-values.js';
import type { PreparedRow } from './write-place.js';

/** The fields that some row brings a value for, and whether they are not the same for all. */
export function shapeOf(rows: readonly PreparedRow[]): { fields: readonly string[]; uneven: boolean } {
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

export function creationChanges(row: PreparedRow): Readonly<Record<string, readonly [null, JsonValue]>> {
  const changes: Record<string, readonly [null, JsonValue]> = {};
  for (const name in row) {
    const value = row[name] ?? null;
    if (value !== null) changes[name] = [null, value];
  }
  return changes;
}

export function targetRow({ id, ifVersion }: Omit<RecordChange, 'values'>, index: number): WriteRow {
  return { _row: index, _id: id, ...(ifVersion !== undefined && ifVersion !== null && { _version: ifVersion }) };
}
