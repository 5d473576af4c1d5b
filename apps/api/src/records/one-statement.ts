import type { Model } from '@guanxi/metadata';
import { dependentsOf } from './dependents.js';

/** Whether one statement says all that such a write does: then it needs no transaction around it. */
export function isOneStatement(model: Model, objectName: string, kind: 'create' | 'createMany' | 'update' | 'delete' | 'restore'): boolean {
  const object = model.objectByName.get(objectName);
  if (!object) return true;
  if (kind === 'delete' || kind === 'restore') return dependentsOf(model, object).length === 0;
  return object.relations.every(({ through }) => through === undefined);
}
