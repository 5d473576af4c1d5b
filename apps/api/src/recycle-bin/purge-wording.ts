import type { Wording } from '@guanxi/field-types';

export const purgeFaults = {
  noObject: { en: 'There is no object "{name}".', 'zh-TW': '沒有「{name}」這個物件。', 'zh-CN': '没有“{name}”这个对象。' },
  which: { en: 'Say which records: either their ids, or a moment before which they were deleted.', 'zh-TW': '請指定記錄：提供 ID，或刪除時間的界線。', 'zh-CN': '请指定记录：提供 ID，或删除时间的界线。' },
  tooMany: { en: 'At most {limit} records can be named at once.', 'zh-TW': '一次最多可指定 {limit} 筆記錄。', 'zh-CN': '一次最多可指定 {limit} 条记录。' },
  changed: {
    en: 'There are {found} such records in the recycle bin now, not {expected}. Look at them again.',
    'zh-TW': '資源回收筒中現在有 {found} 筆這樣的記錄，而非 {expected} 筆。請再確認一次。',
    'zh-CN': '回收站中现在有 {found} 条这样的记录，而非 {expected} 条。请再确认一次。',
  },
} satisfies Readonly<Record<string, Wording>>;
