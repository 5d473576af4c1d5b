import { fieldChange } from '../field-change.js';

export const dropUnique = fieldChange(
  ({ from, to }) => from.unique && !to.unique,
  () => ({
    risk: 'online',
    sentence: {
      en: 'The values of the field “{field}” of “{object}” need not be unique any more.',
      'zh-TW': '「{object}」的欄位「{field}」的值不再必須唯一。',
      'zh-CN': '“{object}”的字段“{field}”的值不再必须唯一。',
    },
  }),
);
