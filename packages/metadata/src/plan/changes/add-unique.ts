import { isReplaced } from '../column-way.js';
import { fieldChange } from '../field-change.js';
import { askDuplicates } from '../sql/row-questions.js';

/** The index itself is attached to the field. */
export const addUnique = fieldChange(
  (pair) => pair.to.unique && !pair.from.unique && !isReplaced(pair),
  ({ from, objects, place }) => ({
    risk: 'narrowing',
    sentence: place.isLarge?.(objects.from.table) ? sentences.large : sentences.plain,
    ...askDuplicates(objects.from, from, place),
    blockedWhenCounted: true,
  }),
);

const sentences = {
  plain: {
    en: 'The values of the field “{field}” of “{object}” become unique; no two records may have the same one.',
    'zh-TW': '「{object}」的欄位「{field}」的值必須唯一，任兩筆記錄不可有相同的值。',
    'zh-CN': '“{object}”的字段“{field}”的值必须唯一，任两条记录不可有相同的值。',
  },
  // Until the index is there, the writing statement itself looks for others with the value.
  large: {
    en: 'The values of the field “{field}” of “{object}” become unique; no two records may have the same one. Until its index is built, each save looks through all records and takes longer.',
    'zh-TW': '「{object}」的欄位「{field}」的值必須唯一，任兩筆記錄不可有相同的值。索引建立完成前，每次儲存都會檢查所有記錄，因此較慢。',
    'zh-CN': '“{object}”的字段“{field}”的值必须唯一，任两条记录不可有相同的值。索引建立完成前，每次保存都会检查所有记录，因此较慢。',
  },
};
