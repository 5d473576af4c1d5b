import { isReplaced } from '../column-way.js';
import { fieldChange } from '../field-change.js';

export const dropUnique = fieldChange(
  (pair) => pair.from.unique && !pair.to.unique && !isReplaced(pair),
  () => ({
    risk: 'online',
    sentence: {
      en: 'The values of the field “{field}” of “{object}” need not be unique any more.',
      'zh-TW': '「{object}」的欄位「{field}」的值不再必須唯一。',
      'zh-CN': '“{object}”的字段“{field}”的值不再必须唯一。',
    },
  }),
);
