import type { ViewDocument } from '../document/documents.js';
import type { ObjectModel } from '../model/model.js';
import { valueName } from '../naming/index.js';
import { isInverseOf } from './is-inverse-of.js';
import type { SoughtField, Spot } from './usage.js';

export function findInView(view: ViewDocument, sought: SoughtField): readonly Spot[] {
  const object = sought.model.objectByName.get(view.object);
  const isOwn = object === sought.object;
  return [
    ...view.columns.flatMap((column, index) => (isOwn && column === sought.field.name ? [['columns', index]] : [])),
    ...(view.orderBy ?? []).flatMap(({ field }, index) => (isOwn && field === sought.field.name ? [['orderBy', index, 'field']] : [])),
    ...(object && view.where ? findInWhere(view.where, object, ['where'], sought) : []),
  ];
}

/** Follows a filter through references and lists. */
function findInWhere(where: unknown, object: ObjectModel, at: Spot, sought: SoughtField): readonly Spot[] {
  if (Array.isArray(where)) return where.flatMap((branch, index) => findInWhere(branch, object, [...at, index], sought));
  if (typeof where !== 'object' || where === null) return [];
  return Object.entries(where).flatMap(([key, condition]) => {
    const spot = [...at, key];
    if (['AND', 'OR', 'NOT', 'some', 'none', 'every'].includes(key)) return findInWhere(condition, object, spot, sought);
    const relation = object.relationByName.get(key);
    const field = object.fieldByName.get(key) ?? object.fields.find((one) => valueName(one) === key);
    const isNamed = relation ? isInverseOf(relation, sought) : object === sought.object && field === sought.field;
    const next = sought.model.objectByName.get(relation?.object ?? field?.target ?? '');
    return [...(isNamed ? [spot] : []), ...(next ? findInWhere(condition, next, spot, sought) : [])];
  });
}
