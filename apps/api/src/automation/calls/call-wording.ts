import type { Wording } from '@guanxi/field-types';

/** Why a workflow was not run, and why a call was not taken. */
export const callFaults = {
  noButton: { en: '“{workflow}” has no button.', 'zh-TW': '「{workflow}」沒有按鈕。', 'zh-CN': '“{workflow}”没有按钮。' },
  off: { en: '“{workflow}” is switched off.', 'zh-TW': '「{workflow}」已停用。', 'zh-CN': '“{workflow}”已停用。' },
  noRecords: { en: 'Say on which records: at least one, and at most {most}.', 'zh-TW': '請指定記錄：至少一筆，最多 {most} 筆。', 'zh-CN': '请指定记录：至少一条，最多 {most} 条。' },
  noKey: { en: 'The key of a press has to be 1 to {most} characters, and another one for each press.', 'zh-TW': '按下按鈕的金鑰必須是 1 到 {most} 個字元，且每次都不同。', 'zh-CN': '按下按钮的键必须是 1 到 {most} 个字符，且每次都不同。' },
  mayNotEdit: { en: 'You may not change this record, which running “{workflow}” on it takes.', 'zh-TW': '執行「{workflow}」需要變更此記錄的權限，而你沒有。', 'zh-CN': '运行“{workflow}”需要更改此记录的权限，而你没有。' },
  mayNotRaise: { en: 'You may not change this record, which raising an event about it takes.', 'zh-TW': '對記錄發出事件需要變更該記錄的權限，而你沒有。', 'zh-CN': '对记录发出事件需要更改该记录的权限，而你没有。' },
  gone: { en: 'There is no such record.', 'zh-TW': '沒有這筆記錄。', 'zh-CN': '没有这条记录。' },
  passed: { en: 'The condition of “{workflow}” is not true for it.', 'zh-TW': '它不符合「{workflow}」的條件。', 'zh-CN': '它不符合“{workflow}”的条件。' },
  eventName: { en: 'The event needs a name of letters, digits, dots and dashes, which begins with a letter.', 'zh-TW': '事件名稱須由字母、數字、點與連字號組成，並以字母開頭。', 'zh-CN': '事件名称须由字母、数字、点与连字符组成，并以字母开头。' },
  noWebhook: { en: '“{workflow}” does not begin with a call.', 'zh-TW': '「{workflow}」不是由呼叫啟動。', 'zh-CN': '“{workflow}”不是由调用启动。' },
  secretOrigin: { en: 'The address has to begin with https:// and hold neither user name nor password.', 'zh-TW': '網址必須以 https:// 開頭，且不含使用者名稱或密碼。', 'zh-CN': '网址必须以 https:// 开头，且不含用户名或密码。' },
  secretHeader: { en: '“{name}” is not a header that may be set.', 'zh-TW': '「{name}」不是可設定的標頭。', 'zh-CN': '“{name}”不是可设置的标头。' },
  secretValue: { en: 'The value may hold visible ASCII characters and blanks only: at least one, and at most 2,000.', 'zh-TW': '值只能包含可見的 ASCII 字元與空格，1 到 2,000 個。', 'zh-CN': '值只能包含可见的 ASCII 字符与空格，1 到 2,000 个。' },
  noObject: { en: 'There is no object called “{name}”.', 'zh-TW': '沒有名為「{name}」的物件。', 'zh-CN': '没有名为“{name}”的对象。' },
} satisfies Readonly<Record<string, Wording>>;

/** Why a call was not sent that should have had a secret header. */
export function describeMissingSecret(header: string, origin: string): string {
  return `Nothing is kept for the secret header “${header}” at ${origin}, so the call was not sent. Give its value on the page Calls of the workflow, then run the step again.`;
}

/** Why a call that a backup held is not sent. */
export const restoredCall: Wording = {
  en: 'The organisation was restored from a backup in which this call was still waiting. It has most likely been sent since; run the step again to send it.',
  'zh-TW': '組織已從備份還原，備份時此呼叫仍在等候，很可能之後已送出。若要送出，請重新執行此步驟。',
  'zh-CN': '组织已从备份恢复，备份时此调用仍在等待，很可能之后已发出。若要发出，请重新运行此步骤。',
};
