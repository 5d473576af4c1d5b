import { fieldType } from '@guanxi/field-types';
import type { ObjectModel } from '../../model/model.js';
import type { ViewDocument } from '../documents.js';
import { findField, findObject, type CheckContext } from './check-context.js';
import { checkWhere } from './check-where.js';

/** A list view names existing fields, sorts by what can be sorted, and filters by words its fields know. */
export function checkView(view: ViewDocument, context: CheckContext): void {
  const object = findObject(view.object, ['object'], context);
  if (!object) return;
  view.columns.forEach((column, index) => findField(object, column, ['columns', index], context));
  (view.orderBy ?? []).forEach(({ field }, index) => checkOrder(object, field, ['orderBy', index, 'field'], context));
  if (view.where) checkWhere(view.where, { object, place: ['where'] }, context);
}

function checkOrder(object: ObjectModel, name: string, place: readonly (string | number)[], context: CheckContext): void {
  const field = findField(object, name, place, context);
  if (!field || fieldType(field.value.type).sortable) return;
  context.report(place, { code: 'view.unsortable', message: `Records of ${object.name} cannot be sorted by "${name}": a field of kind "${field.value.type}" has no order.` });
}
