import { valueName, type Model, type ObjectModel } from '@guanxi/metadata';
import { feedsItself, feedsOf, feedsOfFields, type Selection } from '@guanxi/query';
import { dependentsOf } from './dependents.js';
import type { RecordValues } from './record-values.js';

export type StatementKind = 'create' | 'update' | 'delete' | 'restore';

/** Whether one statement says all that such a write does: then it needs no transaction around it. `values` are those of the row. */
export function isOneStatement(model: Model, objectName: string, kind: StatementKind, values: RecordValues): boolean {
  const object = model.objectByName.get(objectName);
  if (!object) return true;
  const keys = Object.keys(values);
  const feeds = kind === 'update' ? feedsOfFields(model, objectName, [...fieldsOf(object, keys), 'updatedAt', 'updatedBy', 'version']) : feedsOf(model, objectName);
  if (feeds.length > 0) return false;
  if (kind === 'delete' || kind === 'restore') return dependentsOf(model, object).length === 0;
  // Whoever asks a rule about duplicates holds a lock until the end of the transaction.
  const asks = (names: readonly string[]) => kind === 'create' || names.some((name) => keys.includes(name) || keys.includes(`${name}Id`));
  if (object.duplicateRules.some(({ active, onSave, match }) => active && onSave !== 'allow' && asks(match.map(({ field }) => field)))) return false;
  return !keys.some((key) => object.relationByName.has(key) || isMadeOnTheWay(object, key, values[key]));
}

/** Whether roll-ups that a selection asks for may change by the write itself, after its statement has answered. */
export function asksOwnRollUps(model: Model, objectName: string, select: Selection): boolean {
  const object = model.objectByName.get(objectName);
  const asked = select.some((one) => one.kind === 'value' && object?.fieldByName.get(one.field)?.storage !== 'column');
  return asked && feedsItself(model, objectName);
}

/** What stands under the name of a lookup instead of its id is a record that is written, too. */
function isMadeOnTheWay({ fieldByName }: ObjectModel, key: string, value: unknown): boolean {
  return typeof value === 'object' && value !== null && fieldByName.get(key)?.target !== undefined;
}

/** The fields that values under these keys are written to. */
function fieldsOf(object: ObjectModel, keys: readonly string[]): readonly string[] {
  const given = new Set(keys);
  return object.fields.filter((field) => given.has(field.name) || given.has(valueName(field)) || (field.memberOf !== undefined && given.has(field.memberOf))).map(({ name }) => name);
}
