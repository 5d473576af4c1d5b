import { fieldType } from '@guanxi/field-types';
import type { FormulaScope, FormulaType } from '@guanxi/formula';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';

type Objects = readonly ObjectDescription[];

/** What a formula over a record of the object may name: its fields, and through lookups those of what they point to. */
export function recordScope(objects: Objects, objectName: string): FormulaScope {
  const fieldsBelow = (path: readonly string[]): readonly FieldDescription[] => {
    let object = objects.find(({ name }) => name === objectName);
    for (const part of path) {
      const target = object?.fields.find(({ name }) => name === part)?.target;
      object = target === undefined ? undefined : objects.find(({ name }) => name === target);
    }
    return object?.fields ?? [];
  };
  return {
    resolve: (path) => {
      const field = fieldsBelow(path.slice(0, -1)).find(({ name }) => name === path.at(-1));
      return field && { type: formulaTypeOf(field) };
    },
    suggest: (path) => fieldsBelow(path).map(({ name }) => name),
  };
}

export function formulaTypeOf(field: Pick<FieldDescription, 'type' | 'target'>): FormulaType {
  return field.target === undefined ? fieldType(field.type).formulaType : 'reference';
}

export interface RelationTarget { readonly path: string; readonly label: string; readonly object: string }

/** The related lists of a record and of the records it points to: "orders", "customer.tasks". */
export function relationPaths(objects: Objects, objectName: string): readonly RelationTarget[] {
  const object = objects.find(({ name }) => name === objectName);
  if (!object) return [];
  const own = object.relations.map(({ name, label, object: target }) => ({ path: name, label, object: target }));
  const further = object.fields.flatMap((field) => {
    const target = field.system ? undefined : objects.find(({ name }) => name === field.target);
    return (target?.relations ?? []).map((relation) => ({ path: `${field.name}.${relation.name}`, label: `${field.label} › ${relation.label}`, object: relation.object }));
  });
  return [...own, ...further];
}
