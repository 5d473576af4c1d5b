import { jsonPointer } from '../../json-pointer.js';
import type { Model, ObjectModel, RelationModel } from '../../model/model.js';
import { listNameFault, valueName } from '../../naming/index.js';
import type { Problem } from '../../problem.js';

/** To-many sides stand on the target of a lookup, but are named in the lookup: that is where their problems are told. */
export function checkInverses(model: Model): readonly Problem[] {
  return model.objects.flatMap((object) => {
    // A junction is a list itself: it meets other lists below.
    const single = object.fields.filter(({ through }) => through === undefined);
    const taken = new Map(single.flatMap((field) => [[field.name, field.name], [valueName(field), field.name]] as const));
    const seen = new Map<string, RelationModel>();
    return object.relations.flatMap((relation) => {
      const fault = inverseFault(relation, object, taken, seen);
      if (!seen.has(relation.name)) seen.set(relation.name, relation);
      return fault === undefined ? [] : [{ path: jsonPointer(`object:${relation.object}`, 'properties', relation.field, 'guanxi', 'inverse', 'name'), ...fault }];
    });
  });
}

function inverseFault(
  relation: RelationModel,
  target: ObjectModel,
  taken: ReadonlyMap<string, string>,
  seen: ReadonlyMap<string, RelationModel>,
): Omit<Problem, 'path'> | undefined {
  const fault = listNameFault(relation.name);
  if (fault) return { code: 'name.invalid', message: `The inverse "${relation.name}" of ${relation.object}.${relation.field} ${fault}.` };
  const field = taken.get(relation.name);
  if (field !== undefined) {
    return {
      code: 'name.clash',
      message: `${target.name} would get the list "${relation.name}" from ${relation.object}.${relation.field}, but has the field "${field}" already.`,
      hint: 'Give the inverse another name.',
    };
  }
  const other = seen.get(relation.name);
  return other === undefined ? undefined : {
    code: 'name.clash',
    message: `${target.name} would get two lists "${relation.name}": from ${other.object}.${other.field} and from ${relation.object}.${relation.field}.`,
    hint: 'Give one of the inverses another name.',
  };
}
