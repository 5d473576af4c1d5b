import type { Wording } from '@guanxi/field-types';

/** Why a row was left out. */
export const rowFaults = {
  required: { en: '"{field}" is required, but the cell is empty.', 'zh-TW': '「{field}」為必填，但儲存格是空的。', 'zh-CN': '“{field}”为必填，但单元格是空的。' },
  noTarget: { en: 'There is no {target} whose {field} is "{value}".', 'zh-TW': '沒有{field}為「{value}」的{target}。', 'zh-CN': '没有{field}为“{value}”的{target}。' },
  invite: { en: 'Invite the person first.', 'zh-TW': '請先邀請這位使用者。', 'zh-CN': '请先邀请这位用户。' },
  importFirst: {
    en: 'Import {targets} first, or let missing ones be made.',
    'zh-TW': '請先匯入{targets}，或選擇自動建立缺少的記錄。',
    'zh-CN': '请先导入{targets}，或选择自动创建缺少的记录。',
  },
  cannotMake: { en: '{target} "{value}" cannot be made: {reason}', 'zh-TW': '無法建立{target}「{value}」：{reason}', 'zh-CN': '无法创建{target}“{value}”：{reason}' },
  tooManyCells: {
    en: 'The row has {cells} cells, the file has {columns} columns. Is a delimiter within a cell not quoted?',
    'zh-TW': '這一列有 {cells} 個儲存格，但檔案只有 {columns} 欄。是否有儲存格中的分隔符號沒有加引號？',
    'zh-CN': '这一行有 {cells} 个单元格，但文件只有 {columns} 列。是否有单元格中的分隔符没有加引号？',
  },
  repeated: {
    en: 'A row above has the same {fields}. Keep one of them.',
    'zh-TW': '前面已有一列的{fields}相同。請只留一列。',
    'zh-CN': '前面已有一行的{fields}相同。请只留一行。',
  },
  ambiguous: {
    en: 'Several records of {object} have this {fields}, so it is not clear which one is meant.',
    'zh-TW': '有多筆{object}記錄的{fields}相同，無法確定是哪一筆。',
    'zh-CN': '有多条{object}记录的{fields}相同，无法确定是哪一条。',
  },
  matchedTwice: {
    en: 'A row above changes the same record of {object}.',
    'zh-TW': '前面已有一列變更同一筆{object}記錄。',
    'zh-CN': '前面已有一行更改同一条{object}记录。',
  },
  alike: {
    en: '"{field}" has to be unique, and a row above has "{value}" already.',
    'zh-TW': '「{field}」不可重複，但前面已有一列是「{value}」。',
    'zh-CN': '“{field}”不可重复，但前面已有一行是“{value}”。',
  },
} satisfies Readonly<Record<string, Wording>>;

/** What keeps an import from beginning, or has ended it. */
export const importFaults = {
  noUpload: { en: 'There is no such file any more. Upload it again.', 'zh-TW': '這個檔案已經不在了。請重新上傳。', 'zh-CN': '这个文件已经不在了。请重新上传。' },
  mayNot: { en: 'You may not import records of "{object}".', 'zh-TW': '您沒有匯入「{object}」記錄的權限。', 'zh-CN': '您没有导入“{object}”记录的权限。' },
  readOnly: { en: 'You may not write "{field}".', 'zh-TW': '您沒有寫入「{field}」的權限。', 'zh-CN': '您没有写入“{field}”的权限。' },
  stopped: {
    en: 'The import was stopped {times} times at the same place. What it had written until then can be taken back.',
    'zh-TW': '匯入在同一處中斷了 {times} 次。在那之前寫入的資料可以復原。',
    'zh-CN': '导入在同一处中断了 {times} 次。在那之前写入的数据可以撤销。',
  },
  inactive: { en: 'The person who started the import is not active any more.', 'zh-TW': '開始這次匯入的使用者已停用。', 'zh-CN': '开始这次导入的用户已停用。' },
  failed: {
    en: 'The import failed. What it had written until then can be taken back. Reference: {id}.',
    'zh-TW': '匯入失敗。在那之前寫入的資料可以復原。參考編號：{id}。',
    'zh-CN': '导入失败。在那之前写入的数据可以撤销。参考编号：{id}。',
  },
  notReady: { en: 'This import does not wait to be written.', 'zh-TW': '這次匯入目前不在等待寫入。', 'zh-CN': '这次导入目前不在等待写入。' },
  noMapping: { en: 'There is no such mapping.', 'zh-TW': '沒有這個對應設定。', 'zh-CN': '没有这个对应设置。' },
  unknown: { en: 'There is no such import.', 'zh-TW': '沒有這次匯入。', 'zh-CN': '没有这次导入。' },
  noRejected: { en: 'There is no file of rejected rows for this import.', 'zh-TW': '這次匯入沒有未匯入列的檔案。', 'zh-CN': '这次导入没有未导入行的文件。' },
} satisfies Readonly<Record<string, Wording>>;
