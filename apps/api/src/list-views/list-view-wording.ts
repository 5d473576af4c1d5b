import type { Wording } from '@guanxi/field-types';

export const listViewFaults = {
  title: { en: 'A view needs a name of at most {count} characters.', 'zh-TW': '檢視需要名稱，最多 {count} 個字元。', 'zh-CN': '视图需要名称，最多 {count} 个字符。' },
  object: { en: 'A view needs the name of its object.', 'zh-TW': '檢視需要物件名稱。', 'zh-CN': '视图需要对象名称。' },
  content: { en: 'The content of a view is an object with its columns, filters and order.', 'zh-TW': '檢視的內容須為包含欄位、篩選與排序的物件。', 'zh-CN': '视图的内容须为包含列、筛选与排序的对象。' },
  size: { en: 'The view is too large to be saved. Take columns or filters away.', 'zh-TW': '檢視過大，無法儲存，請減少欄位或篩選條件。', 'zh-CN': '视图过大，无法保存，请减少列或筛选条件。' },
  tooMany: { en: 'You have {count} views already. Delete one first.', 'zh-TW': '您已有 {count} 個檢視，請先刪除一個。', 'zh-CN': '您已有 {count} 个视图，请先删除一个。' },
  sharing: { en: 'Only admins share views with everybody. Save it for yourself, or ask an admin.', 'zh-TW': '只有管理員能與所有人共用檢視，請儲存為自己的檢視或請管理員協助。', 'zh-CN': '只有管理员能与所有人共享视图，请保存为自己的视图或请管理员协助。' },
  partner: { en: 'Partners keep views for themselves.', 'zh-TW': '合作夥伴只能保存自己的檢視。', 'zh-CN': '合作伙伴只能保存自己的视图。' },
  party: { en: 'There is no such person, role or team to show the view to: {id}.', 'zh-TW': '找不到要顯示檢視的人員、角色或團隊：{id}。', 'zh-CN': '找不到要显示视图的人员、角色或团队：{id}。' },
  parties: { en: 'A view is shown to at most {count} people, roles and teams. A team or a role stands for many.', 'zh-TW': '檢視最多顯示給 {count} 個人員、角色或團隊；團隊或角色可代表多人。', 'zh-CN': '视图最多显示给 {count} 个人员、角色或团队；团队或角色可代表多人。' },
  audience: { en: 'Whom the view is shown to is up to its owner. You may change its columns, filters and name.', 'zh-TW': '檢視顯示給誰由擁有者決定，您可以修改欄位、篩選與名稱。', 'zh-CN': '视图显示给谁由所有者决定，您可以修改列、筛选与名称。' },
  noList: { en: 'There is no such list, or it is not yours to change.', 'zh-TW': '找不到此名單，或您無權修改。', 'zh-CN': '找不到此名单，或您无权修改。' },
  full: { en: 'A list holds at most {count} records. Begin another one, or save a view with a filter.', 'zh-TW': '名單最多可收 {count} 筆資料，請另建名單，或儲存帶篩選的檢視。', 'zh-CN': '名单最多可收 {count} 条记录，请另建名单，或保存带筛选的视图。' },
  atOnce: { en: 'At most {count} records are put on a list, or taken off it, at once.', 'zh-TW': '一次最多可將 {count} 筆資料加入或移出名單。', 'zh-CN': '一次最多可将 {count} 条记录加入或移出名单。' },
  gone: { en: 'There is no such view, or it is not yours to change.', 'zh-TW': '找不到此檢視，或您無權修改。', 'zh-CN': '找不到此视图，或您无权修改。' },
} satisfies Readonly<Record<string, Wording>>;
