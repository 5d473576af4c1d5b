import type { JsonValue } from '@guanxi/field-types';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import { valueIn } from '../records/FieldValue.js';
import type { RecordRow } from '../records/record-row.js';

/** More than these do not fit side by side. */
export const mostMerged = 5;

/** The fields that people can decide on: what can be written, one value each, and is not the same in all records. */
export function decidableFields(object: ObjectDescription, records: readonly RecordRow[], all: boolean): readonly FieldDescription[] {
  return object.fields.filter((field) => field.writable && field.storage === 'column' && field.memberOf === undefined && (all || differs(field, records)));
}

export function differs(field: FieldDescription, records: readonly RecordRow[]): boolean {
  const [first, ...rest] = records.map((record) => JSON.stringify(valueIn(record, field)));
  return rest.some((value) => value !== first);
}

/** The record whose value a field takes: the chosen one; else the one that stays, or the first that has any value. */
export function sourceOf(field: FieldDescription, records: readonly RecordRow[], into: string, chosen: Readonly<Record<string, string>>): string {
  const picked = chosen[field.name];
  if (picked !== undefined) return picked;
  const hasValue = (record: RecordRow) => !isBlank(valueIn(record, field));
  const winner = records.find(({ id }) => id === into);
  return winner && hasValue(winner) ? into : (records.find(hasValue)?.id ?? into);
}

/** What the record that stays is given of the others, under the keys of the API's input. */
export function mergedData(object: ObjectDescription, records: readonly RecordRow[], into: string, chosen: Readonly<Record<string, string>>, keyOf: (field: FieldDescription) => string): Record<string, JsonValue> {
  const winner = records.find(({ id }) => id === into);
  const entries = decidableFields(object, records, false).flatMap((field): [string, JsonValue][] => {
    const source = records.find(({ id }) => id === sourceOf(field, records, into, chosen));
    if (!source || !winner || source === winner) return [];
    return [[keyOf(field), valueIn(source, field)]];
  });
  return Object.fromEntries(entries);
}

function isBlank(value: JsonValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
