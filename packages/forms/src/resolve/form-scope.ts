import { fieldType } from '@guanxi/field-types';
import type { FormulaScope } from '@guanxi/formula';
import type { FieldDescription, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';

const CURRENT_USER = '$User';
const CURRENT_ORG = '$Org';
const SOURCE = '$Source';
const orgNames: readonly string[] = ['name', 'currency', 'timeZone'];

type Resolved = ReturnType<FormulaScope['resolve']>;

/**
 * What a form's formulas may name for this person: fields they can read, their parts, through references too, themselves
 * and the org. `source` is the object whose record `$Source` is, in the filter of a lookup.
 */
export function formScope(workspace: Pick<WorkspaceDescription, 'objects'>, object: ObjectDescription, source?: ObjectDescription): FormulaScope {
  const objects = new Map(workspace.objects.map((entry) => [entry.name, entry]));
  return {
    resolve(path) {
      const [first = '', ...rest] = path;
      if (first === CURRENT_USER && rest.length > 0) return userField(objects.get('User'), rest);
      if (first === CURRENT_ORG) return rest.length === 1 && orgNames.includes(rest[0] ?? '') ? { type: 'text' } : undefined;
      if (first === SOURCE) return source && resolveField(objects, source, rest);
      return resolveField(objects, object, path);
    },
  };
}

function userField(user: ObjectDescription | undefined, path: readonly string[]): Resolved {
  const name = path.length === 1 ? path[0] : undefined;
  if (name === 'id' || name === 'name' || name === 'email') return { type: 'text' };
  return name === 'active' && user !== undefined ? { type: 'boolean' } : undefined;
}

function resolveField(objects: ReadonlyMap<string, ObjectDescription>, object: ObjectDescription, path: readonly string[]): Resolved {
  const field = fieldAt(objects, object, path);
  if (field) return { type: field.target === undefined ? fieldType(field.value.type).formulaType : 'reference' };
  const whole = path.length > 1 ? fieldAt(objects, object, path.slice(0, -1)) : undefined;
  const part = whole && fieldType(whole.value.type).parts?.[path.at(-1) ?? ''];
  return part && { type: part.formulaType };
}

function fieldAt(objects: ReadonlyMap<string, ObjectDescription>, object: ObjectDescription, path: readonly string[]): FieldDescription | undefined {
  const [name, ...rest] = path;
  const field = object.fields.find((entry) => entry.name === name);
  if (rest.length === 0 || field?.target === undefined) return rest.length === 0 ? field : undefined;
  const target = objects.get(field.target);
  return target && fieldAt(objects, target, rest);
}
