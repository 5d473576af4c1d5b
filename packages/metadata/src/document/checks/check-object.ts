import type { Wording } from '@guanxi/field-types';
import { nameKinds } from '../../model/lay-out-object.js';
import type { ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import type { ObjectDocument } from '../documents.js';
import { nearMissSentence } from '../near-miss.js';
import { checkChoices } from './check-choices.js';
import { findField, type CheckContext } from './check-context.js';
import { checkDefaults } from './check-defaults.js';
import { checkDerived } from './check-derived.js';
import { checkDuplicateRules } from './check-duplicate-rules.js';
import { checkConsentOf } from './check-consent.js';
import { checkNames } from './check-names.js';
import { checkRecordTypes } from './check-record-types.js';
import { reportFaults } from './check-record-formula.js';
import { checkPerson } from './check-person.js';
import { checkReferences } from './check-references.js';
import { checkRules } from './check-rules.js';
import { checkSharingOf } from './check-sharing.js';

/** What the meta-schema cannot say about an object: names, what they refer to, formulas, what can be chosen and saved. */
export function checkObject(document: ObjectDocument, context: CheckContext): void {
  const object = context.model.objectByName.get(document.name);
  if (!object) return;
  checkNames(object, context);
  checkNameField(document, object, context);
  checkRequired(document, object, context);
  checkReferences(object, context);
  checkDefaults(object, context);
  checkChoices(object, context);
  checkRecordTypes(document, object, context);
  checkDerived(object, context);
  checkRules(document, object, context);
  checkDuplicateRules(document, object, context);
  (document.guanxi.compact ?? []).forEach((name, index) => findField(object, name, ['guanxi', 'compact', index], context));
  checkPerson(document, object, context);
  checkConsentOf(document, object, context);
  checkSharingOf(document, object, context);
  reportFaults(context);
}

function checkNameField(document: ObjectDocument, object: ObjectModel, context: CheckContext): void {
  const named = document.guanxi.nameField;
  const possible = object.fields.filter((field) => !field.system && nameKinds.includes(field.type));
  const field = object.fieldByName.get(named ?? object.nameField);
  if (field && possible.includes(field)) return;
  if (named !== undefined && context.unsure.has(`${object.name}.${named}`)) return;
  if (named === undefined && [...context.unsure].some((one) => one.startsWith(`${object.name}.`))) return;
  const place = ['guanxi', 'nameField'];
  if (named === undefined) {
    context.report(place, faultOf('nameField.unsuitable', { ...noNameField, words: { object: object.name } }, addOne));
    return;
  }
  const hint = nearMissSentence(named, possible.map((one) => one.name));
  const words = { name: named, object: object.name, type: field?.type ?? '' };
  context.report(place, faultOf('nameField.unsuitable', { ...(field ? wrongNameField : missingNameField), words }, hint));
}

function checkRequired(document: ObjectDocument, object: ObjectModel, context: CheckContext): void {
  (document.required ?? []).forEach((name, index) => {
    const field = object.fieldByName.get(name);
    if ((field && !field.system) || context.unsure.has(`${object.name}.${name}`)) return;
    const place = ['required', index];
    if (field) context.report(place, faultOf('field.unknown', { ...alwaysThere, words: { name } }));
    else context.report(place, faultOf('field.unknown', { ...noSuchField, words: { object: object.name, name } }, nearMissSentence(name, Object.keys(document.properties))));
  });
}

const noNameField: Wording = {
  en: '{object} has no text, person name or auto-number field that its records could be known by.',
  'zh-TW': '{object} 沒有可以用來稱呼記錄的文字、人名或自動編號欄位。',
  'zh-CN': '{object} 没有可以用来称呼记录的文本、人名或自动编号字段。',
};
const addOne: Wording = { en: 'Add a text field "name".', 'zh-TW': '請新增文字欄位「name」。', 'zh-CN': '请新增文本字段“name”。' };
const wrongNameField: Wording = {
  en: 'The name field "{name}" of {object} must be a text, a person name or an auto-number, not "{type}".',
  'zh-TW': '{object} 的名稱欄位「{name}」必須是文字、人名或自動編號，不能是「{type}」。',
  'zh-CN': '{object} 的名称字段“{name}”必须是文本、人名或自动编号，不能是“{type}”。',
};
const missingNameField: Wording = {
  en: 'The name field "{name}" of {object} does not exist.', 'zh-TW': '{object} 的名稱欄位「{name}」不存在。', 'zh-CN': '{object} 的名称字段“{name}”不存在。',
};
const alwaysThere: Wording = {
  en: '"{name}" is a field that every record has; it need not be listed as required.',
  'zh-TW': '「{name}」是每筆記錄都有的欄位，不必列為必填。',
  'zh-CN': '“{name}”是每条记录都有的字段，不必列为必填。',
};
const noSuchField: Wording = {
  en: '{object} has no field "{name}" that could be required.', 'zh-TW': '{object} 沒有可列為必填的欄位「{name}」。', 'zh-CN': '{object} 没有可列为必填的字段“{name}”。',
};
