import type { Model } from '@guanxi/metadata';
import { computedFields } from './computed-reads.js';

/** Names of sensitive fields by the name of their object. */
export type SensitiveFields = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<Model, SensitiveFields>();

/** The fields that are marked as sensitive, and those that are worked out of them. */
export function sensitiveFields(model: Model): SensitiveFields {
  const found = known.get(model) ?? find(model);
  known.set(model, found);
  return found;
}

function find(model: Model): SensitiveFields {
  const found = new Map<string, Set<string>>();
  const add = (object: string, field: string): boolean => {
    const fields = found.get(object) ?? new Set();
    found.set(object, fields);
    return fields.size < fields.add(field).size;
  };
  for (const object of model.objects) for (const field of object.fields) if (field.sensitive) add(object.name, field.name);
  if (found.size === 0) return found;
  for (let grows = true; grows; ) {
    grows = computedFields(model).filter(({ object, field, reads }) => reads.some(([where, name]) => found.get(where)?.has(name) === true) && add(object, field)).length > 0;
  }
  return found;
}
