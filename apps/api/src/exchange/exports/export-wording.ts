import type { Wording } from '@guanxi/field-types';

/** Why an export cannot be made, or was not made to its end. */
export const exportFaults = {
  noObject: { en: 'There is no object "{name}" that you may read.', 'zh-TW': '沒有您可以讀取的物件「{name}」。', 'zh-CN': '没有您可以读取的对象“{name}”。' },
  mayNot: {
    en: 'You may not export {objects}: none of your permission sets lets you. Ask an admin of your organisation.',
    'zh-TW': '您沒有匯出{objects}的權限：您的權限集都不允許。請洽詢組織的管理員。',
    'zh-CN': '您没有导出{objects}的权限：您的权限集都不允许。请咨询组织的管理员。',
  },
  noField: { en: '{object} has nothing that you may read as {names}.', 'zh-TW': '{object}沒有您可以讀取的{names}。', 'zh-CN': '{object}没有您可以读取的{names}。' },
  noJson: {
    en: '"where" and "orderBy" have to be JSON, as the API takes them.',
    'zh-TW': '「where」與「orderBy」須為 JSON，寫法與 API 相同。',
    'zh-CN': '“where”和“orderBy”须为 JSON，写法与 API 相同。',
  },
  noFormat: { en: 'Records are exported as csv, xlsx or ndjson, not as "{name}".', 'zh-TW': '記錄可匯出為 csv、xlsx 或 ndjson，不支援「{name}」。', 'zh-CN': '记录可导出为 csv、xlsx 或 ndjson，不支持“{name}”。' },
  unknown: { en: 'There is no such export, or its file is gone: files are kept for 7 days.', 'zh-TW': '沒有這次匯出，或檔案已移除：檔案只保留 7 天。', 'zh-CN': '没有这次导出，或文件已移除：文件只保留 7 天。' },
  notReady: { en: 'The file is not ready yet.', 'zh-TW': '檔案尚未完成。', 'zh-CN': '文件尚未完成。' },
  inactive: { en: 'The person who asked for it is not active any more.', 'zh-TW': '要求匯出的使用者已停用。', 'zh-CN': '要求导出的用户已停用。' },
  cellTooLong: {
    en: 'Row {row} has more than 32,767 characters in {heading}, which is more than a spreadsheet takes. Export as CSV, or leave the column out.',
    'zh-TW': '第 {row} 列的「{heading}」超過 32,767 個字元，超出試算表的上限。請改匯出為 CSV，或不要包含這一欄。',
    'zh-CN': '第 {row} 行的“{heading}”超过 32,767 个字符，超出电子表格的上限。请改为导出 CSV，或不包含这一列。',
  },
  partTooLarge: {
    en: 'The file of {object} would be larger than 4 GB. Choose fewer rows per file.',
    'zh-TW': '「{object}」的檔案會超過 4 GB。請減少每個檔案的列數。',
    'zh-CN': '“{object}”的文件会超过 4 GB。请减少每个文件的行数。',
  },
  stopped: { en: 'It was stopped {times} times before its end.', 'zh-TW': '在完成前中斷了 {times} 次。', 'zh-CN': '在完成前中断了 {times} 次。' },
  failed: { en: 'The file could not be made. Reference: {id}.', 'zh-TW': '無法產生檔案。參考編號：{id}。', 'zh-CN': '无法生成文件。参考编号：{id}。' },
  busy: { en: 'Several exports are being downloaded at the moment. Try again in a minute, or let the export be made in the background.', 'zh-TW': '目前有多個匯出正在下載。請稍後再試，或改在背景匯出。', 'zh-CN': '目前有多个导出正在下载。请稍后再试，或改为后台导出。' },
  nothingChosen: { en: 'Choose at least one object.', 'zh-TW': '請至少選擇一個物件。', 'zh-CN': '请至少选择一个对象。' },
  adminsOnly: { en: 'Only people with the right to Setup can do this.', 'zh-TW': '只有具備設定權限的使用者可以執行。', 'zh-CN': '只有具备设置权限的用户可以执行。' },
  noTitle: { en: 'A schedule needs a name of at most 80 characters.', 'zh-TW': '排程需要名稱，最多 80 個字元。', 'zh-CN': '计划需要名称，最多 80 个字符。' },
  cron: {
    en: '"{text}" is no time of the calendar. Five fields are expected: minute, hour, day, month, weekday, such as 0 6 * * 1.',
    'zh-TW': '「{text}」不是有效的排程。應有五個欄位：分、時、日、月、星期，例如 0 6 * * 1。',
    'zh-CN': '“{text}”不是有效的计划。应有五个字段：分、时、日、月、星期，例如 0 6 * * 1。',
  },
  tooOften: { en: 'A schedule runs at most once an hour.', 'zh-TW': '排程最多每小時執行一次。', 'zh-CN': '计划最多每小时运行一次。' },
  timeZone: { en: '"{text}" is no time zone. Write its IANA name, such as Asia/Taipei.', 'zh-TW': '「{text}」不是時區。請使用 IANA 名稱，例如 Asia/Taipei。', 'zh-CN': '“{text}”不是时区。请使用 IANA 名称，例如 Asia/Taipei。' },
  noSchedule: { en: 'There is no such schedule; somebody may have removed it.', 'zh-TW': '沒有這個排程，可能已被移除。', 'zh-CN': '没有这个计划，可能已被移除。' },
} satisfies Readonly<Record<string, Wording>>;

/** What people are told when a file is ready, or will not be. */
export const exportNews = {
  ready: { en: 'Your export {file} is ready. It is kept for 7 days.', 'zh-TW': '您的匯出檔 {file} 已完成，將保留 7 天。', 'zh-CN': '您的导出文件 {file} 已完成，将保留 7 天。' },
  failed: { en: 'Your export {file} was not made: {reason}', 'zh-TW': '您的匯出檔 {file} 未能完成：{reason}', 'zh-CN': '您的导出文件 {file} 未能完成：{reason}' },
  stopped: {
    en: 'The scheduled export “{title}” has stopped: whoever made it is deactivated. Save it anew to let it go on in your name.',
    'zh-TW': '排程匯出「{title}」已停止：建立者的帳號已停用。若要以您的名義繼續，請重新儲存。',
    'zh-CN': '计划导出“{title}”已停止：创建者的账号已停用。若要以您的名义继续，请重新保存。',
  },
} satisfies Readonly<Record<string, Wording>>;
