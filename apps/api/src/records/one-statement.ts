import { valueName, type Model, type ObjectModel } from '@guanxi/metadata';
import { feedsItself, feedsOf, feedsOfFields, type Selection } from '@guanxi/query';
import { dependentsOf } from './dependents.js';

type Kind = 'create' | 'createMany' | 'update' | 'delete' | 'restore';

/** Whether one statement says all that such a write does: then it needs no transaction around it. `keys` are those of the values of a change. */
export function isOneStatement(model: Model, objectName: string, kind: Kind, keys: readonly string[]): boolean {
  const object = model.objectByName.get(objectName);
  if (!object) return true;
  const feeds = kind === 'update' ? feedsOfFields(model, objectName, [...fieldsOf(object, keys), 'updatedAt', 'updatedBy', 'version']) : feedsOf(model, objectName);
  if (feeds.length > 0) return false;
  if (kind === 'delete' || kind === 'restore') return dependentsOf(model, object).length === 0;
  // Likeness is asked with a setting of the transaction.
  if (object.duplicateRules.some(({ active, onSave, match }) => active && onSave !== 'allow' && match.some(({ how }) => how === 'fuzzy'))) return false;
  return !object.relations.some(({ name, through }) => through !== undefined && keys.includes(name));
}

/** Whether roll-ups that a selection asks for may change by the write itself, after its statement has answered. */
export function asksOwnRollUps(model: Model, objectName: string, select: Selection): boolean {
  const object = model.objectByName.get(objectName);
  const asked = select.some((one) => one.kind === 'value' && object?.fieldByName.get(one.field)?.storage !== 'column');
  return asked && feedsItself(model, objectName);
}

/** The fields that values under these keys are written to. */
function fieldsOf(object: ObjectModel, keys: readonly string[]): readonly string[] {
  const given = new Set(keys);
  return object.fields.filter((field) => given.has(field.name) || given.has(valueName(field)) || (field.memberOf !== undefined && given.has(field.memberOf))).map(({ name }) => name);
}
