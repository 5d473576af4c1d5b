import type { Wording } from '@guanxi/field-types';
import type { PauseReason } from './webhook.js';

/** Why a webhook stands still. */
export const pauses: Readonly<Record<PauseReason['code'], Wording>> = {
  noOwner: { en: 'The person whose rights it sends with is switched off.', 'zh-TW': '它所依據權限的使用者已停用。', 'zh-CN': '它所依据权限的用户已停用。' },
  gone: { en: 'The receiver answered that it is gone for good (410).', 'zh-TW': '接收端回覆已永久移除（410）。', 'zh-CN': '接收端回复已永久移除（410）。' },
  failing: { en: 'The receiver has taken no message for three days.', 'zh-TW': '接收端已三天沒有收下任何訊息。', 'zh-CN': '接收端已三天没有收下任何消息。' },
  restored: { en: 'The organisation was restored from a backup. Switched on, it tells of what changes from then on.', 'zh-TW': '組織已從備份還原。啟用後，將通知此後的變更。', 'zh-CN': '组织已从备份恢复。启用后，将通知此后的变更。' },
  subject: { en: 'What it sends no longer fits the objects: {fault}', 'zh-TW': '它所傳送的內容不再符合物件：{fault}', 'zh-CN': '它所发送的内容不再符合对象：{fault}' },
};

export const pausedNotice: Wording = {
  en: 'The webhook "{name}" is paused. {because}', 'zh-TW': 'Webhook「{name}」已暫停。{because}', 'zh-CN': 'Webhook“{name}”已暂停。{because}',
};

/** What is wrong with a webhook that somebody wants to save. */
export const webhookFaults = {
  none: { en: 'There is no such webhook.', 'zh-TW': '沒有這個 Webhook。', 'zh-CN': '没有这个 Webhook。' },
  noDelivery: { en: 'There is no such delivery; deliveries are kept for 30 days.', 'zh-TW': '沒有這筆傳送記錄；記錄保留 30 天。', 'zh-CN': '没有这条发送记录；记录保留 30 天。' },
  name: { en: 'The name has to have from 1 to 200 characters.', 'zh-TW': '名稱須為 1 到 200 個字元。', 'zh-CN': '名称须为 1 到 200 个字符。' },
  url: { en: '"{url}" is not an address that messages may go to: it has to begin with https:// and hold neither user name nor password.', 'zh-TW': '「{url}」不是可傳送訊息的網址：必須以 https:// 開頭，且不含使用者名稱或密碼。', 'zh-CN': '“{url}”不是可发送消息的网址：必须以 https:// 开头，且不含用户名或密码。' },
  kinds: { en: 'Choose at least one kind of change.', 'zh-TW': '請至少選擇一種變更。', 'zh-CN': '请至少选择一种变更。' },
  subjects: { en: 'Choose at least one object.', 'zh-TW': '請至少選擇一個物件。', 'zh-CN': '请至少选择一个对象。' },
  noObject: { en: 'There is no object "{name}".', 'zh-TW': '沒有「{name}」這個物件。', 'zh-CN': '没有“{name}”这个对象。' },
  twice: { en: '"{name}" is chosen twice.', 'zh-TW': '「{name}」選了兩次。', 'zh-CN': '“{name}”选了两次。' },
  noField: { en: '{object} has no field "{name}" that can be sent.', 'zh-TW': '{object} 沒有可傳送的欄位「{name}」。', 'zh-CN': '{object} 没有可发送的字段“{name}”。' },
  filter: { en: 'The filter does not fit: {fault}', 'zh-TW': '篩選條件不符：{fault}', 'zh-CN': '筛选条件不符：{fault}' },
  header: { en: '"{name}" is not a header that may be set.', 'zh-TW': '「{name}」不是可設定的標頭。', 'zh-CN': '“{name}”不是可设置的标头。' },
  headerValue: { en: 'The value of the header "{name}" may hold visible ASCII characters and blanks only.', 'zh-TW': '標頭「{name}」的值只能包含可見的 ASCII 字元與空格。', 'zh-CN': '标头“{name}”的值只能包含可见的 ASCII 字符与空格。' },
} satisfies Readonly<Record<string, Wording>>;
