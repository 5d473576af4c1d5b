import type { JsonValue } from '@guanxi/field-types';
import type { ObjectDescription } from '@guanxi/metadata';
import type { FormRecord } from './form-values.js';
import type { FormUser } from './resolve/resolve-form.js';

/** What a new record begins with: defaults of its fields, its maker as owner, and what the place it is made from gives it. */
export function startingValues(object: Pick<ObjectDescription, 'fields'>, user: FormUser, given: Partial<FormRecord> = {}): FormRecord {
  const values: Record<string, JsonValue> = {};
  for (const field of object.fields) if (field.writable) values[field.name] = field.default ?? null;
  const owner = object.fields.some((field) => field.name === 'owner' && field.system && field.writable);
  return {
    values: { ...values, ...(owner ? { owner: user.id } : {}), ...given.values },
    recordNames: { ...(owner ? { owner: user.name } : {}), ...given.recordNames },
  };
}
