import { fieldType } from '@guanxi/field-types';
import type { FormulaScope } from '@guanxi/formula';
import type { FieldDescription, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';

const CURRENT_USER = '$User';

/** What a layout's formulas may name for this person: fields they can read, through references too, and themselves. */
export function formScope(workspace: Pick<WorkspaceDescription, 'objects'>, object: ObjectDescription): FormulaScope {
  const objects = new Map(workspace.objects.map((entry) => [entry.name, entry]));
  return {
    resolve(path) {
      const [first, ...rest] = path;
      if (first === CURRENT_USER && rest.length > 0) return userField(objects.get('User'), rest);
      const field = fieldAt(objects, object, path);
      return field && { type: field.target === undefined ? fieldType(field.type).formulaType : 'reference' };
    },
  };
}

function userField(user: ObjectDescription | undefined, path: readonly string[]): { readonly type: 'text' | 'boolean' } | undefined {
  const name = path.length === 1 ? path[0] : undefined;
  if (name === 'id' || name === 'name' || name === 'email') return { type: 'text' };
  return name === 'active' && user !== undefined ? { type: 'boolean' } : undefined;
}

function fieldAt(objects: ReadonlyMap<string, ObjectDescription>, object: ObjectDescription, path: readonly string[]): FieldDescription | undefined {
  const [name, ...rest] = path;
  const field = object.fields.find((entry) => entry.name === name);
  if (rest.length === 0 || field?.target === undefined) return rest.length === 0 ? field : undefined;
  const target = objects.get(field.target);
  return target && fieldAt(objects, target, rest);
}
