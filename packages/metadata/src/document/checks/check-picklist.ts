import type { Wording } from '@guanxi/field-types';
import { faultOf } from '../../problem.js';
import type { PicklistDocument } from '../documents.js';
import type { CheckContext } from './check-context.js';

const namePattern = /^[A-Z][A-Za-z0-9]*$/;
const LONGEST = 60;

/** A global value set is named as objects are, and has each value once. */
export function checkPicklist(picklist: PicklistDocument, context: CheckContext): void {
  if (!namePattern.test(picklist.name) || picklist.name.length > LONGEST) {
    context.report(['name'], faultOf('name.invalid', { ...wrongName, words: { name: picklist.name, most: String(LONGEST) } }));
  }
  const seen = new Set<string>();
  picklist.values.forEach(({ value }, index) => {
    if (seen.has(value)) context.report(['values', index, 'value'], faultOf('picklist.repeated', { ...twice, words: { name: picklist.name, value } }));
    seen.add(value);
  });
}

const wrongName: Wording = {
  en: 'The picklist name "{name}" must begin with a capital letter and hold only letters A–Z and digits, {most} at most, as in "CustomerTier".',
  'zh-TW': '選項清單名稱「{name}」必須以大寫字母開頭，且只能包含英文字母與數字，最多 {most} 個字元，例如「CustomerTier」。',
  'zh-CN': '选项列表名称“{name}”必须以大写字母开头，且只能包含英文字母与数字，最多 {most} 个字符，例如“CustomerTier”。',
};
const twice: Wording = { en: 'The picklist "{name}" has the value "{value}" twice.', 'zh-TW': '選項清單「{name}」有兩個「{value}」。', 'zh-CN': '选项列表“{name}”有两个“{value}”。' };
