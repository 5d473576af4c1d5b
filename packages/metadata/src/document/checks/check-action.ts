import { fieldType, type Wording } from '@guanxi/field-types';
import type { ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import type { ActionDocument } from '../documents.js';
import { findField, findObject, type CheckContext, type PlaceInDocument } from './check-context.js';
import { checkRecordFormula } from './check-record-formula.js';

/** A button names existing objects and fields; what it writes are formulas over the record that it stands on. */
export function checkAction(action: ActionDocument, context: CheckContext): void {
  const object = findObject(action.object, ['object'], context);
  if (!object) return;
  if (action.visibleWhen !== undefined) checkRecordFormula(action.visibleWhen, { object, expected: 'boolean', place: ['visibleWhen'] }, context);
  const effect = action.do;
  if ('openUrl' in effect) checkRecordFormula(effect.openUrl, { object, expected: 'text', place: ['do', 'openUrl'] }, context);
  else if ('update' in effect) checkValues(effect.update.values, { object, written: object, place: ['do', 'update', 'values'] }, context);
  else {
    const written = findObject(effect.create.object, ['do', 'create', 'object'], context);
    if (written) checkValues(effect.create.values ?? {}, { object, written, place: ['do', 'create', 'values'] }, context);
  }
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
