import type { Wording } from '@guanxi/field-types';
import type { ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import type { ObjectDocument } from '../documents.js';
import { checkListed } from './check-choices.js';
import { findField, type CheckContext } from './check-context.js';

const pattern = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Record types are named once, one of them is the default and on, and their values exist. */
export function checkRecordTypes(document: ObjectDocument, object: ObjectModel, context: CheckContext): void {
  const types = document.guanxi.recordTypes ?? [];
  const seen = new Set<string>();
  types.forEach((type, index) => {
    const place = ['guanxi', 'recordTypes', index];
    const words = { name: type.name, object: object.name };
    if (!pattern.test(type.name)) context.report([...place, 'name'], faultOf('name.invalid', { ...wrongName, words }));
    if (seen.has(type.name)) context.report([...place, 'name'], faultOf('recordType.repeated', { ...repeated, words }));
    seen.add(type.name);
    if (type.default === true && type.active === false) context.report([...place, 'default'], faultOf('recordType.default', { ...offDefault, words }));
    for (const [name, values] of Object.entries(type.values ?? {})) {
      const field = findField(object, name, [...place, 'values', name], context);
      if (field && 'values' in field.settings) checkListed(values, field, [...place, 'values', name], context);
      else if (field) context.report([...place, 'values', name], faultOf('recordType.kind', { ...noPicklist, words: { ...words, field: name } }));
    }
  });
  const defaults = types.filter((type) => type.default === true);
  if (defaults.length > 1) {
    context.report(['guanxi', 'recordTypes'], faultOf('recordType.default', { ...manyDefaults, words: { object: object.name, names: defaults.map(({ name }) => `"${name}"`).join(', ') } }));
  }
}

const wrongName: Wording = {
  en: 'The record type name "{name}" of {object} must begin with a letter and hold only letters A–Z, digits and underscores.',
  'zh-TW': '{object} 的記錄類型名稱「{name}」必須以字母開頭，且只能包含英文字母、數字與底線。',
  'zh-CN': '{object} 的记录类型名称“{name}”必须以字母开头，且只能包含英文字母、数字与下划线。',
};
const repeated: Wording = { en: '{object} has two record types "{name}".', 'zh-TW': '{object} 有兩個記錄類型「{name}」。', 'zh-CN': '{object} 有两个记录类型“{name}”。' };
const offDefault: Wording = {
  en: 'The record type "{name}" of {object} is the default, but switched off.', 'zh-TW': '{object} 的記錄類型「{name}」是預設值，卻已停用。', 'zh-CN': '{object} 的记录类型“{name}”是默认值，却已停用。',
};
const manyDefaults: Wording = {
  en: '{object} has more than one default record type: {names}.', 'zh-TW': '{object} 有多個預設記錄類型：{names}。', 'zh-CN': '{object} 有多个默认记录类型：{names}。',
};
const noPicklist: Wording = {
  en: 'The record type "{name}" of {object} chooses values of "{field}", which is no picklist.',
  'zh-TW': '{object} 的記錄類型「{name}」為「{field}」選擇選項，但它不是選項清單。',
  'zh-CN': '{object} 的记录类型“{name}”为“{field}”选择选项，但它不是选项列表。',
};
