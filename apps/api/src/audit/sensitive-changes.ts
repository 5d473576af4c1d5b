import type { Model, ObjectModel } from '@guanxi/metadata';
import { sensitiveFields } from '@guanxi/query';
import type { SensitiveRead } from './collect-sensitive.js';

/** What a list of changes tells of sensitive fields: the fields of each record that changed. */
export function sensitiveChanges(model: Model, object: Pick<ObjectModel, 'name'> | undefined, changes: readonly { readonly id: string; readonly fields: readonly string[] }[]): readonly SensitiveRead[] {
  const sensitive = object && sensitiveFields(model).get(object.name);
  if (!sensitive || !object) return [];
  const told = changes.map(({ id, fields }) => ({ id, fields: fields.filter((name) => sensitive.has(name)) })).filter(({ fields }) => fields.length > 0);
  if (told.length === 0) return [];
  return [{ object: object.name, fields: [...new Set(told.flatMap(({ fields }) => fields))].sort(), ids: [...new Set(told.map(({ id }) => id))] }];
}
