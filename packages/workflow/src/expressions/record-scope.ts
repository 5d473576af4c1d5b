import { formulaScope, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import type { FormulaScope } from '@guanxi/formula';

/**
 * What a workflow's formula over a record of `object` may name: its fields, and through lookups those of what they point
 * to. There is no `$User`: a workflow runs for nobody in particular.
 */
export function recordScope(model: Model, object: ObjectModel): FormulaScope {
  const scope = formulaScope(model, object.name);
  return {
    resolve: (path) => (isPersonal(path) ? undefined : scope.resolve(path)),
    suggest: (path) => (isPersonal(path) ? [] : (scope.suggest?.(path) ?? []).filter((name) => !isPersonal([name]))),
  };
}

/** The fields along a path, the last being the value: `customer.owner.name`. Undefined where a part is unknown. */
export function fieldsAlong(model: Model, object: ObjectModel, path: readonly string[]): readonly FieldModel[] | undefined {
  const fields: FieldModel[] = [];
  let at: ObjectModel | undefined = object;
  for (const name of path) {
    const field: FieldModel | undefined = at?.fieldByName.get(name);
    if (!field) return undefined;
    fields.push(field);
    at = field.target === undefined ? undefined : model.objectByName.get(field.target);
  }
  return fields.length > 0 ? fields : undefined;
}

function isPersonal([first]: readonly string[]): boolean {
  return first?.startsWith('$') ?? false;
}
