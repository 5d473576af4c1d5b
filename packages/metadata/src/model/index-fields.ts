import type { FieldModel, ObjectModel, RelationModel } from './model.js';

/** Fields and to-many sides of an object with the maps they are looked up by. */
export function indexFields(
  fields: readonly FieldModel[],
  relations: readonly RelationModel[],
): Pick<ObjectModel, 'fields' | 'fieldByName' | 'fieldById' | 'relations' | 'relationByName'> {
  return {
    fields,
    fieldByName: new Map(fields.map((field) => [field.name, field])),
    fieldById: new Map(fields.map((field) => [field.id, field])),
    relations,
    relationByName: new Map(relations.map((relation) => [relation.name, relation])),
  };
}
