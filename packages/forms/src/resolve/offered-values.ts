import type { JsonValue, PicklistValue } from '@guanxi/field-types';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import type { FormValues } from '../form-values.js';

type Choices = Pick<ObjectDescription, 'fields' | 'recordTypes'>;

/**
 * The values that a picklist offers as the record stands: active ones that its record type has and that the value of the
 * picklist it depends on leaves. Undefined for a field that is no picklist.
 */
export function offeredValues(field: FieldDescription, object: Choices, values: FormValues): readonly string[] | undefined {
  if (field.system && field.name === 'recordType') return object.recordTypes?.filter(({ offered }) => offered).map(({ name }) => name);
  const listed = field.settings['values'] as readonly PicklistValue[] | undefined;
  if (!listed || field.storage !== 'column') return undefined;
  const ofType = object.recordTypes?.find(({ name }) => name === values['recordType'])?.values[field.name];
  const left = field.dependsOn && leftBy(field.dependsOn, values);
  return listed.filter(({ value, active }) => active !== false && (ofType?.includes(value) ?? true) && (left?.includes(value) ?? true)).map(({ value }) => value);
}

function leftBy({ field, values: allowed }: NonNullable<FieldDescription['dependsOn']>, values: FormValues): readonly string[] {
  const controlling = values[field] ?? null;
  const held = Array.isArray(controlling) ? controlling.map(String) : controlling === null ? [] : [String(controlling)];
  return held.flatMap((value) => allowed[value] ?? []);
}

/**
 * The values of a record after something in it was chosen anew: picklists lose what their controlling value or the record
 * type, if that has changed, no longer leaves; and so on down the chain. What was there before and nobody touched stays.
 */
export function settleChoices(object: Choices, before: FormValues, after: FormValues): FormValues {
  let values = after;
  for (let again = true; again; ) {
    again = false;
    for (const field of object.fields) {
      const held = values[field.name] ?? null;
      if (held === null || field.name === 'recordType' || !isTouched(field, before, values)) continue;
      const offered = offeredValues(field, object, values);
      const kept = offered === undefined ? held : keepOffered(held, offered);
      if (kept === held) continue;
      values = { ...values, [field.name]: kept };
      again = true;
    }
  }
  return values;
}

function isTouched({ dependsOn }: FieldDescription, before: FormValues, after: FormValues): boolean {
  const differs = (name: string): boolean => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null);
  return differs('recordType') || (dependsOn !== undefined && differs(dependsOn.field));
}

function keepOffered(held: JsonValue, offered: readonly string[]): JsonValue {
  if (!Array.isArray(held)) return offered.includes(String(held)) ? held : null;
  const kept = held.filter((value) => offered.includes(String(value)));
  if (kept.length === held.length) return held;
  return kept.length === 0 ? null : kept;
}
