import type { Wording } from '@guanxi/field-types';

/** Why a comment is not taken, or a record's timeline not shown. */
export const commentFaults = {
  length: { en: 'A comment has between 1 and {limit} characters.', 'zh-TW': '留言須為 1 到 {limit} 個字元。', 'zh-CN': '评论须为 1 到 {limit} 个字符。' },
  noRecord: { en: 'There is no such record.', 'zh-TW': '沒有這筆記錄。', 'zh-CN': '没有这条记录。' },
  noComment: { en: 'There is no such comment of yours.', 'zh-TW': '您沒有這則留言。', 'zh-CN': '您没有这条评论。' },
  gone: { en: 'There is no such comment any more.', 'zh-TW': '這則留言已不存在。', 'zh-CN': '这条评论已不存在。' },
  noThread: { en: 'The comment that this answers is gone.', 'zh-TW': '您回覆的留言已不存在。', 'zh-CN': '您回复的评论已不存在。' },
  noReaction: { en: 'There is no such reaction.', 'zh-TW': '沒有這種回應。', 'zh-CN': '没有这种回应。' },
  pinned: { en: 'A record has at most {limit} pinned comments. Unpin one first.', 'zh-TW': '一筆記錄最多可釘選 {limit} 則留言。請先取消釘選其中一則。', 'zh-CN': '一条记录最多可置顶 {limit} 条评论。请先取消置顶其中一条。' },
  noFile: { en: 'A file of this comment is not there any more, or belongs to another record.', 'zh-TW': '這則留言的其中一個檔案已不存在，或屬於另一筆記錄。', 'zh-CN': '这条评论的其中一个文件已不存在，或属于另一条记录。' },
  files: { en: 'A comment has at most {limit} files.', 'zh-TW': '一則留言最多附 {limit} 個檔案。', 'zh-CN': '一条评论最多附 {limit} 个文件。' },
  mention: {
    en: 'Somebody mentioned here may not read this record, so they would not see the comment. Leave them out, or give them access first.',
    'zh-TW': '您提及的人當中，有人沒有查看這筆記錄的權限，看不到這則留言。請不要提及對方，或先給予權限。',
    'zh-CN': '您提及的人当中，有人没有查看这条记录的权限，看不到这条评论。请不要提及对方，或先授予权限。',
  },
} satisfies Readonly<Record<string, Wording>>;
