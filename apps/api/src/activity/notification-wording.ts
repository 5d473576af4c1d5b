import type { Wording } from '@guanxi/field-types';
import type { NotificationKind } from './notification-kinds.js';

export const notificationFaults = {
  noKind: { en: 'There are no notifications of the kind "{kind}".', 'zh-TW': '沒有「{kind}」這種通知。', 'zh-CN': '没有“{kind}”这种通知。' },
  noRecord: { en: 'There is no such record, or it is not yours to read.', 'zh-TW': '找不到此資料，或您無權檢視。', 'zh-CN': '找不到此记录，或您无权查看。' },
  past: { en: 'Choose a moment to come, within a year.', 'zh-TW': '請選擇一年內的未來時間。', 'zh-CN': '请选择一年内的未来时间。' },
} satisfies Readonly<Record<string, Wording>>;

/** Subjects of the mails that tell what also stands among the notifications. */
export const notificationSubjects: Readonly<Record<NotificationKind, Wording>> = {
  mention: { en: '{name} mentioned you', 'zh-TW': '{name} 提到了您', 'zh-CN': '{name} 提到了您' },
  comment: { en: '{name} commented', 'zh-TW': '{name} 發表了留言', 'zh-CN': '{name} 发表了评论' },
  follow: { en: 'A record that you follow was changed', 'zh-TW': '您追蹤的資料有變更', 'zh-CN': '您关注的记录有变更' },
  approval: { en: 'An approval waits for you', 'zh-TW': '有一項簽核等待您處理', 'zh-CN': '有一项审批等待您处理' },
  form: { en: 'A form waits for you', 'zh-TW': '有一份表單等待您填寫', 'zh-CN': '有一份表单等待您填写' },
  queue: { en: 'Something is in a queue of yours', 'zh-TW': '您的佇列中有新項目', 'zh-CN': '您的队列中有新项目' },
  share: { en: 'A record was shared with you', 'zh-TW': '有人與您共用了資料', 'zh-CN': '有人与您共享了记录' },
  view: { en: '{name} shows you a view', 'zh-TW': '{name} 與您共用了檢視', 'zh-CN': '{name} 与您共享了视图' },
  workflow: { en: 'News from a workflow', 'zh-TW': '工作流程通知', 'zh-CN': '工作流通知' },
  export: { en: 'News of an export', 'zh-TW': '匯出通知', 'zh-CN': '导出通知' },
  webhook: { en: 'News of a webhook', 'zh-TW': 'Webhook 通知', 'zh-CN': 'Webhook 通知' },
};

/** What was changed on a record that somebody follows: names of fields that they may read. */
export const followNews = {
  changed: { en: 'Changed: {fields}', 'zh-TW': '已變更：{fields}', 'zh-CN': '已更改：{fields}' },
  more: { en: '{fields} and {count} more', 'zh-TW': '{fields}等，另有 {count} 項', 'zh-CN': '{fields}等，另有 {count} 项' },
} satisfies Readonly<Record<string, Wording>>;

export const notificationMail = {
  platform: { en: 'The platform', 'zh-TW': '平台', 'zh-CN': '平台' },
  /** A workflow writes without knowing who of its readers may see the record: the mail leaves that to the page. */
  aboutRecord: { en: 'A workflow has told you something about a record.', 'zh-TW': '工作流程通知了您一筆資料的相關訊息。', 'zh-CN': '工作流通知了您一条记录的相关消息。' },
  /** What it is called may say more than its reader may know of these records: that is left to the page. */
  aboutView: { en: 'It is among the views of its records.', 'zh-TW': '您可以在該類資料的檢視中找到它。', 'zh-CN': '您可以在该类记录的视图中找到它。' },
  openView: { en: 'Open the view', 'zh-TW': '開啟檢視', 'zh-CN': '打开视图' },
  openRecord: { en: 'Open the record', 'zh-TW': '開啟資料', 'zh-CN': '打开记录' },
  openComment: { en: 'Open the comment', 'zh-TW': '開啟留言', 'zh-CN': '打开评论' },
  openList: { en: 'Open the notifications', 'zh-TW': '開啟通知', 'zh-CN': '打开通知' },
  footer: {
    en: 'It stands under Notifications in {org}. What you are mailed is chosen there: Preferences → Notifications.',
    'zh-TW': '詳情請見 {org} 的「通知」。要接收哪些電子郵件，可在「偏好設定 → 通知」中選擇。',
    'zh-CN': '详情请见 {org} 的“通知”。要接收哪些电子邮件，可在“偏好设置 → 通知”中选择。',
  },
} satisfies Readonly<Record<string, Wording>>;
