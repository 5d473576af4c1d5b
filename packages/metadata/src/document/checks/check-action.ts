import { fieldType, type Wording } from '@guanxi/field-types';
import type { ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import type { ActionDocument, ConvertEffect } from '../documents.js';
import { findField, findObject, type CheckContext, type PlaceInDocument } from './check-context.js';
import { checkNamed } from './check-named.js';
import { checkRecordFormula } from './check-record-formula.js';

/** A button names existing objects and fields; what it writes are formulas over the record that it stands on. */
export function checkAction(action: ActionDocument, context: CheckContext): void {
  const object = findObject(action.object, ['object'], context);
  if (!object) return;
  (action.permissionSets ?? []).forEach((set, index) => checkNamed('permissions', set, ['permissionSets', index], context));
  if (action.visibleWhen !== undefined) checkRecordFormula(action.visibleWhen, { object, expected: 'boolean', place: ['visibleWhen'] }, context);
  const effect = action.do;
  if ('openUrl' in effect) checkRecordFormula(effect.openUrl, { object, expected: 'text', place: ['do', 'openUrl'] }, context);
  else if ('convert' in effect) checkConversion(effect.convert, object, context);
  else if ('update' in effect) checkValues(effect.update.values, { object, written: object, place: ['do', 'update', 'values'] }, context);
  else {
    const written = findObject(effect.create.object, ['do', 'create', 'object'], context);
    if (written) checkValues(effect.create.values ?? {}, { object, written, place: ['do', 'create', 'values'] }, context);
  }
}

function checkConversion({ into, values = {} }: ConvertEffect, object: ObjectModel, context: CheckContext): void {
  const place: PlaceInDocument = ['do', 'convert'];
  const made = new Map<string, ObjectModel>();
  into.forEach((target, index) => {
    const at = [...place, 'into', index];
    const written = findObject(target.object, [...at, 'object'], context);
    if (!written) return;
    checkValues(target.values ?? {}, { object, written, place: [...at, 'values'] }, context);
    for (const [name, as] of Object.entries(target.refers ?? {})) {
      const field = findField(written, name, [...at, 'refers', name], context);
      const other = made.get(as);
      if (!other) context.report([...at, 'refers', name], faultOf('action.unknown-target', { ...unknownTarget, words: { name: as } }));
      else if (field && field.target !== other.name) context.report([...at, 'refers', name], faultOf('action.wrong-target', { ...wrongTarget, words: { field: name, target: other.name } }));
    }
    if (target.link !== undefined) {
      const field = findField(object, target.link, [...at, 'link'], context);
      if (field && field.target !== written.name) context.report([...at, 'link'], faultOf('action.wrong-target', { ...wrongTarget, words: { field: target.link, target: written.name } }));
    }
    if (target.as === undefined) return;
    if (made.has(target.as)) context.report([...at, 'as'], faultOf('action.repeated-target', { ...repeatedTarget, words: { name: target.as } }));
    made.set(target.as, written);
  });
  checkValues(values, { object, written: object, place: [...place, 'values'] }, context);
}

function checkValues(values: Readonly<Record<string, string>>, { object, written, place }: { object: ObjectModel; written: ObjectModel; place: PlaceInDocument }, context: CheckContext): void {
  for (const [name, formula] of Object.entries(values)) {
    const at = [...place, name];
    const field = findField(written, name, at, context);
    if (!field) continue;
    if (!field.writable) {
      context.report(at, faultOf('action.unwritable', { ...unwritable, words: { field: name, object: written.name } }));
      continue;
    }
    const type = field.target === undefined ? fieldType(field.value.type).formulaType : 'reference';
    checkRecordFormula(formula, { object, expected: type, place: at }, context);
  }
}

const unwritable: Wording = {
  en: '"{field}" of {object} cannot be written, so no action can set it.', 'zh-TW': '{object} 的「{field}」無法寫入，任何動作都不能設定它。', 'zh-CN': '{object} 的“{field}”无法写入，任何操作都不能设置它。',
};
const unknownTarget: Wording = {
  en: 'No earlier entry is called "{name}" with `as`.', 'zh-TW': '前面沒有以 `as` 命名為「{name}」的項目。', 'zh-CN': '前面没有以 `as` 命名为“{name}”的条目。',
};
const repeatedTarget: Wording = {
  en: 'Two entries are called "{name}".', 'zh-TW': '有兩個項目都名為「{name}」。', 'zh-CN': '有两个条目都名为“{name}”。',
};
const wrongTarget: Wording = {
  en: '"{field}" does not point to {target}.', 'zh-TW': '「{field}」不是指向 {target} 的查閱欄位。', 'zh-CN': '“{field}”不是指向 {target} 的查找字段。',
};
