import type { Wording } from '@guanxi/field-types';

/** Why a comment is not taken, or a record's timeline not shown. */
export const commentFaults = {
  length: { en: 'A comment has between 1 and {limit} characters.', 'zh-TW': '留言須為 1 到 {limit} 個字元。', 'zh-CN': '评论须为 1 到 {limit} 个字符。' },
  noRecord: { en: 'There is no such record.', 'zh-TW': '沒有這筆記錄。', 'zh-CN': '没有这条记录。' },
  noComment: { en: 'There is no such comment of yours.', 'zh-TW': '您沒有這則留言。', 'zh-CN': '您没有这条评论。' },
  mention: {
    en: 'Somebody mentioned here may not read this record, so they would not see the comment. Leave them out, or give them access first.',
    'zh-TW': '您提及的人當中，有人沒有查看這筆記錄的權限，看不到這則留言。請不要提及對方，或先給予權限。',
    'zh-CN': '您提及的人当中，有人没有查看这条记录的权限，看不到这条评论。请不要提及对方，或先授予权限。',
  },
} satisfies Readonly<Record<string, Wording>>;
