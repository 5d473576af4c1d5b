import { fieldType } from '@guanxi/field-types';
import type { FieldModel, Model, ObjectModel } from '@guanxi/metadata';
import type { FormulaScope } from '@guanxi/formula';

/** What a formula over a record of `object` may name: its fields, and through lookups the fields of what they point to. */
export function recordScope(model: Model, object: ObjectModel): FormulaScope {
  return {
    resolve(path) {
      const field = resolvePath(model, object, path)?.at(-1);
      return field && { type: fieldType(field.type).formulaType };
    },
    suggest(path) {
      const start = path.length === 0 ? object : targetOf(model, resolvePath(model, object, path)?.at(-1));
      return start?.fields.map((field) => field.name) ?? [];
    },
  };
}

/** The fields along a path, the last being the value: `customer.owner.name`. Undefined where a part is unknown. */
export function resolvePath(model: Model, object: ObjectModel, path: readonly string[]): readonly FieldModel[] | undefined {
  const fields: FieldModel[] = [];
  let at: ObjectModel | undefined = object;
  for (const name of path) {
    const field: FieldModel | undefined = at?.fieldByName.get(name);
    if (!field) return undefined;
    fields.push(field);
    at = targetOf(model, field);
  }
  return fields.length > 0 ? fields : undefined;
}

function targetOf(model: Model, field: FieldModel | undefined): ObjectModel | undefined {
  return field?.target === undefined ? undefined : model.objectByName.get(field.target);
}
