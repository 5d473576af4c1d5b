import { pluralize } from '../naming/index.js';
import { inverseKeyword, recordKeyword } from './keywords.js';
import type { FieldModel, ObjectModel, RelationModel } from './model.js';

/** The to-many sides of every object by its name: what lookups of others make of it, and both sides of junctions. */
export function findRelations(objects: Iterable<ObjectModel>): ReadonlyMap<string, readonly RelationModel[]> {
  const byName = new Map([...objects].map((object) => [object.name, object]));
  const found = new Map<string, RelationModel[]>();
  const add = (object: string, relation: RelationModel): void => {
    const known = found.get(object);
    if (known) known.push(relation);
    else found.set(object, [relation]);
  };
  for (const object of byName.values()) {
    for (const field of object.fields) {
      if (field.through) addJunction(object, field, byName, add);
      else if (field.target !== undefined && field.inverse !== undefined) {
        add(field.target, { name: field.inverse, label: inverseLabel(field, object), object: object.name, field: field.name });
      }
    }
  }
  return found;
}

/** A list of what lies beyond the object in between, on both sides; here it is named as its field is. */
function addJunction(object: ObjectModel, field: FieldModel, byName: ReadonlyMap<string, ObjectModel>, add: (object: string, relation: RelationModel) => void): void {
  const { through } = field;
  const far = through && byName.get(through.object)?.fieldByName.get(through.far)?.target;
  if (!through || far === undefined) return;
  add(object.name, { name: field.name, label: field.label, object: far, field: 'id', through });
  const inverse = inverseKeyword(field.property);
  if (!inverse) return;
  const back = { object: through.object, near: through.far, far: through.near };
  add(far, { name: inverse.name, label: inverse.title ?? object.pluralLabel, object: object.name, field: 'id', through: back });
}

/** What the lookup says; else a lone to-many side is called as the object is, and several are told apart by their fields. */
function inverseLabel(field: FieldModel, object: ObjectModel): string {
  const inverse = recordKeyword<{ title: string }>(field.property, 'inverse');
  if (typeof inverse?.title === 'string') return inverse.title;
  const others = object.fields.filter((one) => !one.system && one.target === field.target);
  const plural = object.document?.guanxi.pluralTitle ?? pluralize(object.label);
  return others.length > 1 ? `${plural} (${field.label})` : plural;
}
