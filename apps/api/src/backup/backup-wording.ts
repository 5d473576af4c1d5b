import type { Wording } from '@guanxi/field-types';

/** Why a backup is not made, or not restored. */
export const backupFaults = {
  ofSandbox: {
    en: 'A sandbox has no people of its own: back up and restore the org itself. Leave the sandbox first.',
    'zh-TW': '沙箱沒有自己的使用者，請備份或還原正式組織。請先離開沙箱。',
    'zh-CN': '沙盒没有自己的用户，请备份或恢复正式组织。请先离开沙盒。',
  },
  publishing: { en: 'Somebody keeps publishing changes. Try again in a moment.', 'zh-TW': '有人正在持續發佈變更，請稍後再試。', 'zh-CN': '有人正在持续发布更改，请稍后再试。' },
  noBackup: { en: 'This file is no backup of Guanxi.', 'zh-TW': '這不是 Guanxi 的備份檔。', 'zh-CN': '这不是 Guanxi 的备份文件。' },
  newer: {
    en: 'The backup was made by a newer version ({product}) than this one ({own}). Update this installation first.',
    'zh-TW': '備份由較新的版本（{product}）建立，目前版本為 {own}。請先更新此安裝。',
    'zh-CN': '备份由较新的版本（{product}）创建，当前版本为 {own}。请先更新此安装。',
  },
  cutShort: { en: 'The backup ends too early: the file was not copied whole.', 'zh-TW': '備份檔不完整：檔案未完整複製。', 'zh-CN': '备份文件不完整：文件未完整复制。' },
  damaged: { en: 'The backup is damaged: the rows of {table} are not those that were written.', 'zh-TW': '備份檔已損毀：{table} 的內容與寫入時不同。', 'zh-CN': '备份文件已损坏：{table} 的内容与写入时不同。' },
  unknownColumn: {
    en: 'The backup has {table}.{column}, which this version does not know.',
    'zh-TW': '備份檔含有 {table}.{column}，此版本無法辨識。',
    'zh-CN': '备份文件含有 {table}.{column}，此版本无法识别。',
  },
  documents: { en: 'The documents of the backup are not understood: {reason}', 'zh-TW': '無法讀取備份中的文件：{reason}', 'zh-CN': '无法读取备份中的文档：{reason}' },
  notEmpty: {
    en: 'The org has {count} records and changes already. Restoring replaces everything in it: say so to go on.',
    'zh-TW': '組織中已有 {count} 筆記錄與變更。還原會取代其中所有內容，請確認後再繼續。',
    'zh-CN': '组织中已有 {count} 条记录与更改。恢复会替换其中的所有内容，请确认后再继续。',
  },
  people: {
    en: 'People of the backup belong to another org of this installation: {emails}.',
    'zh-TW': '備份中的使用者屬於此安裝的另一個組織：{emails}。',
    'zh-CN': '备份中的用户属于此安装的另一个组织：{emails}。',
  },
  differs: {
    en: 'After the restore the rows of {table} were not those of the backup. Nothing was kept.',
    'zh-TW': '還原後 {table} 的內容與備份不同，未保留任何變更。',
    'zh-CN': '恢复后 {table} 的内容与备份不同，未保留任何更改。',
  },
  failed: { en: 'The restore failed, and nothing was changed. Reference: {reference}.', 'zh-TW': '還原失敗，沒有變更任何內容。參考編號：{reference}。', 'zh-CN': '恢复失败，没有更改任何内容。参考编号：{reference}。' },
  underWay: { en: 'A restore of this org is under way already.', 'zh-TW': '此組織正在還原中。', 'zh-CN': '此组织正在恢复中。' },
  noFile: { en: 'Send the backup as the body of the request, as application/octet-stream.', 'zh-TW': '請以 application/octet-stream 將備份檔作為請求內容傳送。', 'zh-CN': '请以 application/octet-stream 将备份文件作为请求正文发送。' },
  missingKeys: {
    en: 'Encrypted values were made with the key {keys}, which this installation does not have. Add it to its keys, or they cannot be read.',
    'zh-TW': '加密欄位使用金鑰 {keys}，此安裝沒有該金鑰。請加入金鑰，否則無法讀取這些值。',
    'zh-CN': '加密字段使用密钥 {keys}，此安装没有该密钥。请添加密钥，否则无法读取这些值。',
  },
  newPasswords: {
    en: '{count} people need a new password: the backup has none. Set it in Setup, Users.',
    'zh-TW': '有 {count} 位使用者需要新密碼：備份不含密碼。請在「設定」的使用者頁面設定。',
    'zh-CN': '有 {count} 位用户需要新密码：备份不含密码。请在“设置”的用户页面设置。',
  },
} satisfies Readonly<Record<string, Wording>>;
