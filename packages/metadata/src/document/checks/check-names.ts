import type { Sentence, Wording } from '@guanxi/field-types';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { fieldNameFault, isQueryField, listNameFault, objectNameFault, valueName } from '../../naming/index.js';
import { faultOf } from '../../problem.js';
import type { CheckContext } from './check-context.js';

/** Names of an object and its fields, by the rules of GraphQL and PostgreSQL. */
export function checkNames(object: ObjectModel, context: CheckContext): void {
  const fault = objectNameFault(object.name);
  if (fault) context.report(['name'], faultOf('name.invalid', withReason(objectName, { name: object.name }, fault)));
  const pluralFault = listNameFault(object.plural);
  if (!fault && pluralFault) context.report(['guanxi', 'plural'], faultOf('name.invalid', withReason(pluralName, { name: object.plural }, pluralFault)));
  for (const name of [object.singular, object.plural]) {
    if (isQueryField(name)) context.report(['name'], faultOf('name.reserved', { ...queryField, words: { name, object: object.name } }));
  }
  for (const field of object.fields) {
    const wrong = field.system || field.memberOf !== undefined || field.conversion ? undefined : fieldNameFault(field.name, field.target !== undefined);
    if (wrong) context.report(['properties', field.name], faultOf('name.invalid', withReason(fieldName, { name: field.name, object: object.name }, wrong)));
  }
  checkClashes(object, context);
}

/** Fields, ids of references and to-many sides share one name space in GraphQL; columns one in PostgreSQL. */
function checkClashes(object: ObjectModel, context: CheckContext): void {
  const names = new Map<string, FieldModel>();
  const columns = new Map<string, FieldModel>();
  for (const field of object.fields) {
    for (const name of new Set([field.name, valueName(field)])) {
      const other = names.get(name);
      if (other) context.report(placeOf(field), faultOf('name.clash', { ...sameName, words: { field: field.name, other: other.name, object: object.name, name } }));
      names.set(name, field);
    }
    const twin = field.column === '' ? undefined : columns.get(field.column);
    if (twin && !names.has(`${twin.name}Id`)) {
      context.report(placeOf(field), faultOf('name.clash', { ...sameColumn, words: { field: field.name, other: twin.name, object: object.name, column: field.column } }));
    }
    columns.set(field.column, field);
  }
}

/** Fields that another one brings along are told of at that one. */
function placeOf(field: FieldModel): readonly string[] {
  return ['properties', field.memberOf ?? field.conversion?.field ?? field.name];
}

function withReason(wording: Wording, words: Readonly<Record<string, string>>, reason: Sentence): Sentence {
  const join = (key: keyof Wording): string => wording[key].replace('{reason}', reason[key]);
  return { en: join('en'), 'zh-TW': join('zh-TW'), 'zh-CN': join('zh-CN'), words: { ...words, ...reason.words } };
}

const objectName: Wording = { en: 'The object name "{name}" {reason}.', 'zh-TW': '物件名稱「{name}」{reason}。', 'zh-CN': '对象名称“{name}”{reason}。' };
const pluralName: Wording = { en: 'The plural "{name}" {reason}.', 'zh-TW': '複數名稱「{name}」{reason}。', 'zh-CN': '复数名称“{name}”{reason}。' };
const fieldName: Wording = { en: 'The field name "{name}" of {object} {reason}.', 'zh-TW': '{object} 的欄位名稱「{name}」{reason}。', 'zh-CN': '{object} 的字段名称“{name}”{reason}。' };
const queryField: Wording = {
  en: '"{name}" is a field of the API itself, so the object "{object}" cannot be called so there.',
  'zh-TW': '「{name}」是 API 本身的欄位，物件「{object}」不能使用這個名稱。',
  'zh-CN': '“{name}”是 API 本身的字段，对象“{object}”不能使用这个名称。',
};
const sameName: Wording = {
  en: 'The fields "{field}" and "{other}" of {object} would both be called "{name}" in the API.',
  'zh-TW': '{object} 的欄位「{field}」與「{other}」在 API 中都會稱為「{name}」。',
  'zh-CN': '{object} 的字段“{field}”与“{other}”在 API 中都会称为“{name}”。',
};
const sameColumn: Wording = {
  en: 'The fields "{field}" and "{other}" of {object} are too much alike: both would be the column "{column}".',
  'zh-TW': '{object} 的欄位「{field}」與「{other}」太相似：兩者都會成為資料欄「{column}」。',
  'zh-CN': '{object} 的字段“{field}”与“{other}”太相似：两者都会成为数据列“{column}”。',
};
