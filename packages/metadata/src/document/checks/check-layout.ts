import type { Wording } from '@guanxi/field-types';
import type { ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import type { LayoutDocument } from '../documents.js';
import { nearMissSentence } from '../near-miss.js';
import { findField, findObject, findRelation, type CheckContext, type PlaceInDocument } from './check-context.js';
import { checkRecordFormula } from './check-record-formula.js';

/** A layout names existing fields, lists and record types, and its conditions are yes/no formulas over the record. */
export function checkLayout(layout: LayoutDocument, context: CheckContext): void {
  const object = findObject(layout.object, ['object'], context);
  if (!object) return;
  layout.sections.forEach((section, index) => {
    const place = ['sections', index];
    checkConditions(section, ['visibleWhen'], { object, place }, context);
    section.cells.forEach((cell, position) => {
      const at = [...place, 'cells', position];
      findField(object, cell.field, [...at, 'field'], context);
      checkConditions(cell, ['visibleWhen', 'requiredWhen', 'readOnlyWhen'], { object, place: at }, context);
    });
  });
  (layout.header ?? []).forEach((field, index) => findField(object, field, ['header', index], context));
  if (typeof layout.path === 'string') checkPath(object, layout.path, context);
  (layout.recordTypes ?? []).forEach((name, index) => checkRecordType(object, name, ['recordTypes', index], context));
  (layout.relatedLists ?? []).forEach((list, index) => checkRelatedList(object, list, ['relatedLists', index], context));
}

function checkPath(object: ObjectModel, name: string, context: CheckContext): void {
  const field = findField(object, name, ['path'], context);
  if (field && field.type !== 'picklist') context.report(['path'], faultOf('path.kind', { ...noChoice, words: { field: name } }));
}

/** Reports a record type that the object does not have. */
export function checkRecordType(object: ObjectModel, name: string, place: PlaceInDocument, context: CheckContext): void {
  const known = object.recordTypes.map((type) => type.name);
  if (!known.includes(name)) context.report(place, faultOf('recordType.unknown', { ...noRecordType, words: { object: object.name, name } }, nearMissSentence(name, known)));
}

type Condition = 'visibleWhen' | 'requiredWhen' | 'readOnlyWhen';

function checkConditions(
  part: { readonly [key in Condition]?: string },
  keys: readonly Condition[],
  at: { readonly object: ObjectModel; readonly place: PlaceInDocument },
  context: CheckContext,
): void {
  for (const key of keys) {
    const text = part[key];
    if (text !== undefined) checkRecordFormula(text, { object: at.object, expected: 'boolean', place: [...at.place, key] }, context);
  }
}

function checkRelatedList(
  object: ObjectModel,
  list: { readonly relation: string; readonly columns: readonly string[] },
  place: PlaceInDocument,
  context: CheckContext,
): void {
  const relation = findRelation(object, list.relation, [...place, 'relation'], context);
  const related = relation && context.model.objectByName.get(relation.object);
  if (related) list.columns.forEach((column, index) => findField(related, column, [...place, 'columns', index], context));
}

const noRecordType: Wording = { en: '{object} has no record type "{name}".', 'zh-TW': '{object} 沒有記錄類型「{name}」。', 'zh-CN': '{object} 没有记录类型“{name}”。' };
const noChoice: Wording = { en: '"{field}" is no choice of one value, which a path of stages is drawn by.', 'zh-TW': '「{field}」不是單選欄位，無法畫成階段路徑。', 'zh-CN': '“{field}”不是单选字段，无法画成阶段路径。' };
