import { fieldType } from '@guanxi/field-types';
import type { FieldModel } from '../../model/model.js';
import { fieldChange } from '../field-change.js';
import { isEqual } from '../is-equal.js';

/** What is said about a field without touching its column: label, help, default, who may write it. */
export const changeField = fieldChange(
  ({ from, to }) => from.property !== to.property && !isEqual(wordsAbout(from), wordsAbout(to)),
  () => ({
    risk: 'online',
    onlyWords: true,
    sentence: {
      en: 'What is said about the field “{field}” of “{object}” changes (label, help, default, rules or use).',
      'zh-TW': '「{object}」的欄位「{field}」變更說明（標籤、說明文字、預設值、規則或用途）。',
      'zh-CN': '“{object}”的字段“{field}”变更说明（标签、帮助文字、默认值、规则或用途）。',
    },
  }),
);

/** The property without what its kind makes of it, and without what has a change of its own. */
function wordsAbout({ type, settings, property }: FieldModel) {
  const { guanxi, ...standard } = property;
  const { keywords, guanxi: own } = fieldType(type).writeSettings(settings);
  return { ...without(standard, Object.keys(keywords)), guanxi: without(guanxi, [...Object.keys(own), 'unique', 'indexed', 'valueSet']) };
}

function without(entries: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => !keys.includes(key)));
}
