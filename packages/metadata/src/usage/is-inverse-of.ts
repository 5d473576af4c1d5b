import type { ObjectModel, RelationModel } from '../model/model.js';
import type { SoughtField } from './usage.js';

/** A list goes with the reference that makes it. */
export function isInverseOf(relation: RelationModel, { object, field }: SoughtField): boolean {
  return relation.object === object.name && relation.field === field.name;
}

/** The list at the end of a path of references: `customer.tasks`. */
export function resolveRelation(sought: SoughtField, objectName: string, path: string): RelationModel | undefined {
  const names = path.split('.');
  let object: ObjectModel | undefined = sought.model.objectByName.get(objectName);
  for (const name of names.slice(0, -1)) object = sought.model.objectByName.get(object?.fieldByName.get(name)?.target ?? '');
  return object?.relationByName.get(names.at(-1) ?? '');
}
