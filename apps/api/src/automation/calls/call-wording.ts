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
  noObject: { en: 'There is no object called “{name}”.', 'zh-TW': '沒有名為「{name}」的物件。', 'zh-CN': '没有名为“{name}”的对象。' },
} satisfies Readonly<Record<string, Wording>>;

/** Why a call that a backup held is not sent. */
export const restoredCall: Wording = {
  en: 'The organisation was restored from a backup in which this call was still waiting. It has most likely been sent since; run the step again to send it.',
  'zh-TW': '組織已從備份還原，備份時此呼叫仍在等候，很可能之後已送出。若要送出，請重新執行此步驟。',
  'zh-CN': '组织已从备份恢复，备份时此调用仍在等待，很可能之后已发出。若要发出，请重新运行此步骤。',
};
