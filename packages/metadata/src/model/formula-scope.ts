import { fieldType } from '@guanxi/field-types';
import type { FormulaScope, FormulaType } from '@guanxi/formula';
import type { FieldModel, Model, ObjectModel } from './model.js';
import { USER } from './system-fields.js';

/** The name under which a formula finds the person who looks or saves: `$User.name`. */
const CURRENT_USER = '$User';

/** What a formula over a record of this object may name: its fields, and those of the records it points to. */
export function formulaScope(model: Model, objectName: string): FormulaScope {
  return {
    resolve(path) {
      const field = resolvePath(model, objectName, path)?.field;
      return field && { type: typeInFormulas(field) };
    },
    suggest(path) {
      if (path.length === 0) return [...namesOf(model.objectByName.get(objectName)), CURRENT_USER];
      return namesOf(objectBehind(model, objectName, path));
    },
  };
}

export interface ResolvedPath {
  readonly object: ObjectModel;
  readonly field: FieldModel;
}

/** The field at the end of a path through references, with the object it belongs to. */
export function resolvePath(model: Model, objectName: string, path: readonly string[]): ResolvedPath | undefined {
  const last = path.at(-1);
  const object = objectBehind(model, objectName, path.slice(0, -1));
  const field = last === undefined ? undefined : object?.fieldByName.get(last);
  return object && field && { object, field };
}

/** The object that a path of references ends at; the empty path ends where it begins. */
function objectBehind(model: Model, objectName: string, path: readonly string[]): ObjectModel | undefined {
  const [first, ...rest] = path;
  const begin = first === CURRENT_USER ? USER : objectName;
  let object = model.objectByName.get(begin);
  for (const name of first === CURRENT_USER ? rest : path) {
    const target = object?.fieldByName.get(name)?.target;
    object = target === undefined ? undefined : model.objectByName.get(target);
  }
  return object;
}

function namesOf(object: ObjectModel | undefined): readonly string[] {
  return object?.fields.map((field) => field.name) ?? [];
}

function typeInFormulas(field: FieldModel): FormulaType {
  return field.target === undefined ? fieldType(field.type).formulaType : 'reference';
}
