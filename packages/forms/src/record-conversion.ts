import { writeRecordName, type JsonValue } from '@guanxi/field-types';
import { camelCase, type FieldDescription, type ObjectDescription, valueName } from '@guanxi/metadata';
import type { FormRecord, FormValues } from './form-values.js';

/**
 * Takes a record as the API answers it. A reference may come as its id (`customerId`), as the record behind it
 * (`customer { id name }`), or both; `nameFieldOf` tells which field of the target is its name.
 */
export function readRecord(
  object: Pick<ObjectDescription, 'fields'>,
  answer: Readonly<Record<string, unknown>>,
  nameFieldOf: (object: string) => string = () => 'name',
): FormRecord {
  const values: Record<string, JsonValue> = {};
  const recordNames: Record<string, string> = {};
  for (const field of object.fields) {
    if (field.members !== undefined) {
      const pointing = readMembers(object, field.members, answer, nameFieldOf);
      values[field.name] = pointing?.value ?? null;
      if (pointing?.name !== undefined) recordNames[field.name] = pointing.name;
      continue;
    }
    if (field.target === undefined) {
      values[field.name] = (answer[field.name] ?? null) as JsonValue;
      continue;
    }
    const related = relatedRecord(answer[field.name]);
    values[field.name] = (answer[valueName(field)] ?? related?.['id'] ?? null) as JsonValue;
    const name = writeRecordName(related?.[nameFieldOf(field.target)]);
    if (name !== undefined) recordNames[field.name] = name;
  }
  return { values, recordNames };
}

/** The input of a mutation: only writable fields, references under the key that takes their id. */
export function writeInput(object: Pick<ObjectDescription, 'fields'>, values: FormValues): Record<string, JsonValue> {
  return Object.fromEntries(
    object.fields.filter((field) => field.writable && field.name in values).map((field) => [valueName(field), values[field.name] ?? null]),
  );
}

/** The field that a key of the API's input belongs to. */
export function fieldOfInput(object: Pick<ObjectDescription, 'fields'>, key: string): FieldDescription | undefined {
  return object.fields.find((field) => valueName(field) === key) ?? object.fields.find((field) => field.name === key);
}

/** What differs from the beginning; a value that is there on one side only counts as changed. Lists and values of several pieces are compared as they are written. */
export function changedValues(before: FormValues, after: FormValues): FormValues {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => !sameValue(before[name] ?? null, value ?? null)));
}

/** A polymorphic lookup is answered by the one of its lookups that points to something: `{ customer: id }`. */
function readMembers(
  { fields }: Pick<ObjectDescription, 'fields'>,
  members: readonly string[],
  answer: Readonly<Record<string, unknown>>,
  nameFieldOf: (object: string) => string,
): { readonly value: JsonValue; readonly name?: string } | undefined {
  for (const member of fields.filter(({ name }) => members.includes(name))) {
    const related = relatedRecord(answer[member.name]);
    const id = answer[valueName(member)] ?? related?.['id'];
    if (typeof id !== 'string' || member.target === undefined) continue;
    const name = writeRecordName(related?.[nameFieldOf(member.target)]);
    return { value: { [camelCase(member.target)]: id }, ...(name !== undefined && { name }) };
  }
  return undefined;
}

function sameValue(left: JsonValue, right: JsonValue): boolean {
  return left === right || (typeof left === 'object' && typeof right === 'object' && JSON.stringify(left) === JSON.stringify(right));
}

function relatedRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
}
