import type { FormulaScope } from '@guanxi/formula';
import { formulaScope, type Model } from '@guanxi/metadata';
import type { Access } from './access.js';
import { stepsOfPath } from './computed-reads.js';

/**
 * What a formula that a person writes themselves may name, over the records of an object: what they may read, at every step of a path. Anything
 * else is unknown to them, and is not put forward as what they may have meant.
 */
export function readableScope(model: Model, access: Access, objectName: string): FormulaScope {
  const scope = formulaScope(model, objectName);
  const object = model.objectByName.get(objectName);
  const isReadable = (path: readonly string[]) => object !== undefined && stepsOfPath(model, object, path).every(([where, name]) => mayRead(access, where, name));
  return {
    resolve: (path) => (isReadable(path) ? scope.resolve(path) : undefined),
    suggest: (path) => (isReadable(path) ? (scope.suggest?.(path) ?? []).filter((name) => isReadable([...path, name])) : []),
  };
}

function mayRead({ objects }: Access, object: string, field: string): boolean {
  const rights = objects.get(object);
  return rights !== undefined && rights.read !== 'none' && rights.readableFields.has(field);
}
