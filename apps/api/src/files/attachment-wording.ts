import type { Wording } from '@guanxi/field-types';

/** Why something cannot be done with the files of a record or one's own. */
export const attachmentRefusals = {
  noRecord: { en: 'There is no such record, or you may not see it.', 'zh-TW': '沒有這筆記錄，或您無權檢視。', 'zh-CN': '没有这条记录，或您无权查看。' },
  unknown: { en: 'There is no such file, or you may not see it.', 'zh-TW': '沒有這個檔案，或您無權檢視。', 'zh-CN': '没有这个文件，或您无权查看。' },
  noVersion: { en: 'The file has no version {number}.', 'zh-TW': '這個檔案沒有版本 {number}。', 'zh-CN': '这个文件没有版本 {number}。' },
  mayNotChange: {
    en: 'You may see the files of this record, but not change them. Whoever may change the record may change its files.',
    'zh-TW': '您可以檢視這筆記錄的檔案，但不能變更。能編輯記錄的人才能變更檔案。',
    'zh-CN': '您可以查看这条记录的文件，但不能更改。能编辑记录的人才能更改文件。',
  },
  limited: {
    en: 'This key has less than its owner’s rights, so it has no files of its own. Name the record that the file belongs to.',
    'zh-TW': '這把金鑰的權限少於其擁有者，因此沒有自己的檔案。請指定檔案所屬的記錄。',
    'zh-CN': '这个密钥的权限少于其所有者，因此没有自己的文件。请指定文件所属的记录。',
  },
  place: { en: 'Name both the object and the record, or neither for a file of your own.', 'zh-TW': '請同時指定物件與記錄；若是自己的檔案則都不指定。', 'zh-CN': '请同时指定对象与记录；若是自己的文件则都不指定。' },
  removed: { en: 'The file was removed. Bring it back first.', 'zh-TW': '這個檔案已移除，請先復原。', 'zh-CN': '这个文件已移除，请先恢复。' },
  tooLong: { en: 'A note has at most {limit} characters.', 'zh-TW': '備註最多 {limit} 個字元。', 'zh-CN': '备注最多 {limit} 个字符。' },
} satisfies Readonly<Record<string, Wording>>;
