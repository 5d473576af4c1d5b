import type { Wording } from '@guanxi/field-types';

/** What may be wrong when changes are asked for. */
export const changeFaults = {
  noCursor: { en: 'This is no cursor of the change feed. Take the one that came with the last change.', 'zh-TW': '這不是變更資料流的游標。請使用最後一筆變更所附的游標。', 'zh-CN': '这不是变更流的游标。请使用最后一条变更附带的游标。' },
  expired: {
    en: 'The cursor is from before this organisation was restored. Read the records again, then go on from the present end: changes(first: 0) tells its cursor.',
    'zh-TW': '這個游標來自組織還原之前。請重新讀取記錄，再從目前的結尾繼續：changes(first: 0) 會給出游標。',
    'zh-CN': '这个游标来自组织恢复之前。请重新读取记录，再从当前末尾继续：changes(first: 0) 会给出游标。',
  },
  noObject: { en: 'There is no object "{name}" whose records you may read.', 'zh-TW': '沒有您可讀取其記錄的物件「{name}」。', 'zh-CN': '没有您可读取其记录的对象“{name}”。' },
  pageSize: { en: 'A page has between 0 and {most} changes; {first} were asked for.', 'zh-TW': '每頁可有 0 到 {most} 筆變更；要求的是 {first} 筆。', 'zh-CN': '每页可有 0 到 {most} 条变更；请求的是 {first} 条。' },
  schemaChanged: { en: 'What is subscribed to has changed or may no longer be read. Subscribe again.', 'zh-TW': '所訂閱的內容已變更，或您已無權讀取。請重新訂閱。', 'zh-CN': '所订阅的内容已变更，或您已无权读取。请重新订阅。' },
  signedOut: { en: 'The sign-in or the key is no longer valid.', 'zh-TW': '登入或金鑰已失效。', 'zh-CN': '登录或密钥已失效。' },
} satisfies Readonly<Record<string, Wording>>;
