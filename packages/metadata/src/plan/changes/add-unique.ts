import { isReplaced } from '../column-way.js';
import { fieldChange } from '../field-change.js';
import { askDuplicates } from '../sql/row-questions.js';

/** The index itself is attached to the field. */
export const addUnique = fieldChange(
  (pair) => pair.to.unique && !pair.from.unique && !isReplaced(pair),
  ({ from, objects, place }) => ({
    risk: 'narrowing',
    sentence: {
      en: 'The values of the field “{field}” of “{object}” become unique; no two records may have the same one.',
      'zh-TW': '「{object}」的欄位「{field}」的值必須唯一，任兩筆記錄不可有相同的值。',
      'zh-CN': '“{object}”的字段“{field}”的值必须唯一，任两条记录不可有相同的值。',
    },
    ...askDuplicates(objects.from, from, place),
    blockedWhenCounted: true,
  }),
);
