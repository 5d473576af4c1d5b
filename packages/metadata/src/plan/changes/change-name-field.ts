import { subjectOf, type ChangeDefinition } from '../change.js';
import { objectWord } from '../words.js';

/** The search index moves to the new field with it. */
export const changeNameField: ChangeDefinition = {
  find: ({ kept }) =>
    kept.filter(({ from, to }) => from.fieldByName.get(from.nameField)?.id !== to.fieldByName.get(to.nameField)?.id).map(({ to }) => ({
      subject: subjectOf.object(to),
      object: to.name,
      field: to.nameField,
      risk: 'online',
      sentence: {
        en: 'Records of “{object}” are known by the field “{field}” from now on.',
        'zh-TW': '「{object}」的記錄改以欄位「{field}」為名稱。',
        'zh-CN': '“{object}”的记录改以字段“{field}”为名称。',
        words: { object: objectWord(to), field: to.fieldByName.get(to.nameField)?.label ?? to.nameField },
      },
    })),
};
