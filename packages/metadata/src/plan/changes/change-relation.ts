import { fieldChange } from '../field-change.js';
import { isEqual } from '../is-equal.js';

/** What a reference is on its other side: the list's name and titles, and what happens when the record it points to goes. */
export const changeRelation = fieldChange(
  ({ from, to }) =>
    from.target !== undefined && to.target !== undefined &&
    !(isEqual(from.settings['inverse'], to.settings['inverse']) && isEqual(from.settings['onDelete'], to.settings['onDelete'])),
  () => ({
    risk: 'online',
    sentence: {
      en: 'The other side of the field “{field}” of “{object}” changes.',
      'zh-TW': '「{object}」的欄位「{field}」變更其另一端的關聯設定。',
      'zh-CN': '“{object}”的字段“{field}”变更其另一端的关联设置。',
    },
  }),
);
