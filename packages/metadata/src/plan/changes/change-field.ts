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
      en: 'The description of the field “{field}” of “{object}” changes (label, help, default or use).',
      'zh-TW': '「{object}」的欄位「{field}」變更說明（標籤、說明文字、預設值或用途）。',
      'zh-CN': '“{object}”的字段“{field}”变更说明（标签、帮助文字、默认值或用途）。',
    },
  }),
);

function wordsAbout({ property, externalId }: FieldModel) {
  const { title, description, guanxi } = property;
  return { title, description, default: property['default'], externalId, titles: guanxi['titles'], help: guanxi['help'], helps: guanxi['helps'], readOnly: guanxi['readOnly'] };
}
