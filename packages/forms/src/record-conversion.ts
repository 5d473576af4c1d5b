import type { JsonValue } from '@guanxi/field-types';
import { type FieldDescription, type ObjectDescription, valueName } from '@guanxi/metadata';
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
    if (field.target === undefined) {
      values[field.name] = (answer[field.name] ?? null) as JsonValue;
      continue;
    }
    const related = relatedRecord(answer[field.name]);
    values[field.name] = (answer[valueName(field)] ?? related?.['id'] ?? null) as JsonValue;
    const name = related?.[nameFieldOf(field.target)];
    if (typeof name === 'string') recordNames[field.name] = name;
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

/** What differs from the beginning; a value that is there on one side only counts as changed. */
export function changedValues(before: FormValues, after: FormValues): FormValues {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => (before[name] ?? null) !== (value ?? null)));
}

function relatedRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
}
