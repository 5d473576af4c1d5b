import type { ActionDocument, FieldModel, Model, ObjectModel, RelationModel } from '@guanxi/metadata';
import { holdsAny, type Access, type ObjectAccess } from '@guanxi/query';

/** An object as one person may know it. */
export interface ReadableObject {
  readonly object: ObjectModel;
  readonly access: ObjectAccess;
  /** Fields with a value of their own; of a reference, the id. */
  readonly fields: readonly FieldModel[];
  /** Fields whose target this person may read, too. */
  readonly references: readonly FieldModel[];
  /** Polymorphic lookups with the lookups they stand for, as far as their targets may be read. */
  readonly unions: readonly { readonly field: FieldModel; readonly members: readonly FieldModel[] }[];
  readonly relations: readonly RelationModel[];
  /** The buttons that turn its records into others. */
  readonly conversions: readonly ActionDocument[];
  /** Records of it are only found where a field points to them. */
  readonly referredOnly: boolean;
}

/** What the schema of a person is made of: objects and fields that are not readable are left out everywhere. */
export function readableObjects(model: Model, access: Access): readonly ReadableObject[] {
  const isKnown = (object: string | undefined) => (access.objects.get(object ?? '')?.read ?? 'none') !== 'none';
  const mayConvert = ({ do: effect }: ActionDocument) => 'convert' in effect && effect.convert.into.every((made) => access.objects.get(made.object)?.create === true);
  const mayRead = (object: string, field: string) => access.objects.get(object)?.readableFields.has(field) === true;
  return model.objects.flatMap((object): ReadableObject[] => {
    const objectAccess = access.objects.get(object.name);
    if (!objectAccess || !isKnown(object.name)) return [];
    const readable = object.fields.filter((field) => mayRead(object.name, field.name));
    const fields = readable.filter(({ storage }) => storage !== 'members' && storage !== 'through');
    const references = fields.filter(({ target }) => isKnown(target));
    const unions = readable.flatMap((field) => {
      const members = references.filter(({ memberOf }) => memberOf === field.name);
      return members.length > 0 ? [{ field, members }] : [];
    });
    const relations = object.relations.filter((relation) => {
      const { object: listed, field, name, through } = relation;
      const own = object.fieldByName.get(name);
      if (!isKnown(listed) || !mayRead(listed, field) || (own && !mayRead(object.name, name))) return false;
      return !through || (mayRead(through.object, through.near) && mayRead(through.object, through.far));
    });
    const conversions = model.actions.filter((action) => action.object === object.name && objectAccess.edit !== 'none' && holdsAny(access, action.permissionSets) && mayConvert(action));
    return [{ object, access: objectAccess, fields, references, unions, relations, conversions, referredOnly: object.platform && object.name === 'File' }];
  });
}
