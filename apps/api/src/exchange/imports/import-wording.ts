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
} satisfies Readonly<Record<string, Wording>>;

/** Why a file cannot be read. */
export const fileFaults = {
  broken: { en: 'After row {row} the file cannot be read as CSV: {reason}.', 'zh-TW': '第 {row} 列之後無法以 CSV 讀取檔案：{reason}。', 'zh-CN': '第 {row} 行之后无法按 CSV 读取文件：{reason}。' },
  binary: {
    en: 'This is not a CSV file in UTF-8: it holds binary values. Save the sheet as "CSV UTF-8" and try again.',
    'zh-TW': '這不是 UTF-8 的 CSV 檔案，其中含有二進位內容。請將工作表另存為「CSV UTF-8」後再試一次。',
    'zh-CN': '这不是 UTF-8 的 CSV 文件，其中含有二进制内容。请将工作表另存为“CSV UTF-8”后重试。',
  },
  encoding: {
    en: 'The file is not written in UTF-8. Save the sheet as "CSV UTF-8" and try again.',
    'zh-TW': '檔案不是 UTF-8 編碼。請將工作表另存為「CSV UTF-8」後再試一次。',
    'zh-CN': '文件不是 UTF-8 编码。请将工作表另存为“CSV UTF-8”后重试。',
  },
  empty: { en: 'The file is empty: its first row has to name the columns.', 'zh-TW': '檔案是空的：第一列必須是各欄的標題。', 'zh-CN': '文件是空的：第一行必须是各列的标题。' },
  headingTwice: {
    en: 'Two columns of the file are named "{heading}". Give each its own heading.',
    'zh-TW': '檔案中有兩欄都叫「{heading}」。請為每一欄取不同的標題。',
    'zh-CN': '文件中有两列都叫“{heading}”。请为每一列取不同的标题。',
  },
  tooLarge: {
    en: 'The file is larger than 1 GiB. Divide it and import the parts.',
    'zh-TW': '檔案超過 1 GiB。請分成幾個檔案，分別匯入。',
    'zh-CN': '文件超过 1 GiB。请拆分成几个文件，分别导入。',
  },
} satisfies Readonly<Record<string, Wording>>;

/** What keeps an import from beginning, or has ended it. */
export const importFaults = {
  noUpload: { en: 'There is no such file any more. Upload it again.', 'zh-TW': '這個檔案已經不在了。請重新上傳。', 'zh-CN': '这个文件已经不在了。请重新上传。' },
  mayNot: { en: 'You may not import records of "{object}".', 'zh-TW': '您沒有匯入「{object}」記錄的權限。', 'zh-CN': '您没有导入“{object}”记录的权限。' },
  stopped: {
    en: 'The import was stopped {times} times before its end. Nothing of it was written.',
    'zh-TW': '匯入在完成前中斷了 {times} 次，沒有寫入任何資料。',
    'zh-CN': '导入在完成前中断了 {times} 次，没有写入任何数据。',
  },
  inactive: { en: 'The person who started the import is not active any more.', 'zh-TW': '開始這次匯入的使用者已停用。', 'zh-CN': '开始这次导入的用户已停用。' },
  failed: {
    en: 'The import failed and nothing of it was written. Reference: {id}.',
    'zh-TW': '匯入失敗，沒有寫入任何資料。參考編號：{id}。',
    'zh-CN': '导入失败，没有写入任何数据。参考编号：{id}。',
  },
  unknown: { en: 'There is no such import.', 'zh-TW': '沒有這次匯入。', 'zh-CN': '没有这次导入。' },
  noRejected: { en: 'There is no file of rejected rows for this import.', 'zh-TW': '這次匯入沒有未匯入列的檔案。', 'zh-CN': '这次导入没有未导入行的文件。' },
} satisfies Readonly<Record<string, Wording>>;

/** Why an export cannot be made. */
export const exportFaults = {
  noObject: { en: 'There is no object "{name}" that you may read.', 'zh-TW': '沒有您可以讀取的物件「{name}」。', 'zh-CN': '没有您可以读取的对象“{name}”。' },
  noField: { en: '{object} has nothing that you may read as {names}.', 'zh-TW': '{object}沒有您可以讀取的{names}。', 'zh-CN': '{object}没有您可以读取的{names}。' },
  noJson: {
    en: '"where" and "orderBy" have to be JSON, as the API takes them.',
    'zh-TW': '「where」與「orderBy」須為 JSON，寫法與 API 相同。',
    'zh-CN': '“where”和“orderBy”须为 JSON，写法与 API 相同。',
  },
} satisfies Readonly<Record<string, Wording>>;
