import type { Wording } from '@guanxi/field-types';

export const listViewFaults = {
  title: { en: 'A view needs a name of at most {count} characters.', 'zh-TW': '檢視需要名稱，最多 {count} 個字元。', 'zh-CN': '视图需要名称，最多 {count} 个字符。' },
  object: { en: 'A view needs the name of its object.', 'zh-TW': '檢視需要物件名稱。', 'zh-CN': '视图需要对象名称。' },
  content: { en: 'The content of a view is an object with its columns, filters and order.', 'zh-TW': '檢視的內容須為包含欄位、篩選與排序的物件。', 'zh-CN': '视图的内容须为包含列、筛选与排序的对象。' },
  size: { en: 'The view is too large to be saved. Take columns or filters away.', 'zh-TW': '檢視過大，無法儲存，請減少欄位或篩選條件。', 'zh-CN': '视图过大，无法保存，请减少列或筛选条件。' },
  tooMany: { en: 'You have {count} views already. Delete one first.', 'zh-TW': '您已有 {count} 個檢視，請先刪除一個。', 'zh-CN': '您已有 {count} 个视图，请先删除一个。' },
  sharing: { en: 'Only admins share views with everybody. Save it for yourself, or ask an admin.', 'zh-TW': '只有管理員能與所有人共用檢視，請儲存為自己的檢視或請管理員協助。', 'zh-CN': '只有管理员能与所有人共享视图，请保存为自己的视图或请管理员协助。' },
  gone: { en: 'There is no such view, or it is not yours to change.', 'zh-TW': '找不到此檢視，或您無權修改。', 'zh-CN': '找不到此视图，或您无权修改。' },
} satisfies Readonly<Record<string, Wording>>;
