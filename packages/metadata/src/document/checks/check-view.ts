import { fieldType, type Wording } from '@guanxi/field-types';
import type { ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
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
  context.report(place, faultOf('view.unsortable', { ...unsortable, words: { object: object.name, name, type: field.value.type } }));
}

const unsortable: Wording = {
  en: 'Records of {object} cannot be sorted by "{name}": a field of kind "{type}" has no order.',
  'zh-TW': '{object} 的記錄無法依「{name}」排序：「{type}」類欄位沒有順序。',
  'zh-CN': '{object} 的记录无法按“{name}”排序：“{type}”类字段没有顺序。',
};
