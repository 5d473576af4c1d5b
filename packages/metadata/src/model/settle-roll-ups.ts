import type { TypedFormula } from '@guanxi/formula';
import { indexFields } from './index-fields.js';
import type { FieldModel, ObjectModel } from './model.js';

/**
 * Says of each roll-up whether it can be maintained: that is so where what it adds up and what it leaves out can only
 * change with the summed up record itself. Where the moment, another object or an exchange rate has a part in it, it is
 * computed when it is read.
 */
export function settleRollUps(objects: readonly ObjectModel[], objectByName: ReadonlyMap<string, ObjectModel>): readonly ObjectModel[] {
  const known = new Map<string, boolean>();
  const isMaintained = (object: ObjectModel, field: FieldModel): boolean => {
    const key = `${object.name}.${field.name}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, false);
    const { rollUp } = field;
    const child = objectByName.get(rollUp?.object ?? '');
    const answer = child !== undefined && [rollUp?.value, rollUp?.filter].every((formula) => !formula || dependsOnOwnRecord(formula, child));
    known.set(key, answer);
    return answer;
  };
  const dependsOnOwnRecord = (formula: TypedFormula, object: ObjectModel): boolean =>
    !formula.readsMoment && !formula.readsPrior && formula.references.every((path) => isOwn(path, object));
  const isOwn = ([name = '', ...rest]: readonly string[], object: ObjectModel): boolean => {
    const field = object.fieldByName.get(name);
    if (!field || (rest.length > 0 && field.target !== undefined)) return false;
    if (field.rollUp) return isMaintained(object, field);
    if (field.type !== 'formula' || field.storage === 'generated') return field.storage !== 'computed';
    const key = `${object.name}.${field.name}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, false);
    const answer = field.formula !== undefined && dependsOnOwnRecord(field.formula, object);
    known.set(key, answer);
    return answer;
  };
  return objects.map((object) => {
    if (!object.fields.some((field) => field.rollUp)) return object;
    const fields = object.fields.map((field) => (!field.rollUp || isMaintained(object, field) ? field : { ...field, storage: 'computed' as const, column: '' }));
    return { ...object, ...indexFields(fields, object.relations) };
  });
}
