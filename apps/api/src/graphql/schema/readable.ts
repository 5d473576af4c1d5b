import type { FieldModel, Model, ObjectModel, RelationModel } from '@guanxi/metadata';
import type { Access, ObjectAccess } from '@guanxi/query';

/** An object as one person may know it. */
export interface ReadableObject {
  readonly object: ObjectModel;
  readonly access: ObjectAccess;
  readonly fields: readonly FieldModel[];
  /** Fields whose target this person may read, too. */
  readonly references: readonly FieldModel[];
  readonly relations: readonly RelationModel[];
}

/** What the schema of a person is made of: objects and fields that are not readable are left out everywhere. */
export function readableObjects(model: Model, access: Access): readonly ReadableObject[] {
  const mayRead = (object: string, field: string) => access.objects.get(object)?.readableFields.has(field) === true;
  return model.objects.flatMap((object) => {
    const objectAccess = access.objects.get(object.name);
    if (!objectAccess || objectAccess.read === 'none') return [];
    const fields = object.fields.filter((field) => mayRead(object.name, field.name));
    const references = fields.filter((field) => field.target !== undefined && access.objects.has(field.target));
    const relations = object.relations.filter((relation) => mayRead(relation.object, relation.field));
    return [{ object, access: objectAccess, fields, references, relations }];
  });
}
