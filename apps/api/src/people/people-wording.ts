import type { Wording } from '@guanxi/field-types';

/** What is wrong with where a person is put. */
export const placeFaults = {
  noRole: { en: 'There is no role "{name}".', 'zh-TW': '沒有「{name}」這個角色。', 'zh-CN': '没有“{name}”这个角色。' },
  noTeam: { en: 'There is no team "{name}".', 'zh-TW': '沒有「{name}」這個團隊。', 'zh-CN': '没有“{name}”这个团队。' },
  known: { en: 'There are: {names}.', 'zh-TW': '現有：{names}。', 'zh-CN': '现有：{names}。' },
  noManager: { en: 'The manager has to be somebody of your organisation who may sign in.', 'zh-TW': '主管必須是組織中啟用的使用者。', 'zh-CN': '上级必须是组织中启用的用户。' },
  circle: {
    en: '{circle}: nobody can stand above themselves. Give {name} another manager first, or choose somebody else.',
    'zh-TW': '{circle}：沒有人能位於自己之上。請先為 {name} 指定其他主管，或選擇另一個人。',
    'zh-CN': '{circle}：没有人能位于自己之上。请先为 {name} 指定其他上级，或选择另一个人。',
  },
  partnerAdmin: {
    en: '{name} is an admin, who sees everything. Take that permission set away before making {name} a partner.',
    'zh-TW': '{name} 是管理員，能看到所有內容。請先移除該權限集，再將 {name} 設為合作夥伴。',
    'zh-CN': '{name} 是管理员，能看到所有内容。请先移除该权限集，再将 {name} 设为合作伙伴。',
  },
  ownPlace: {
    en: 'Your own role, teams and kind decide what you see. Somebody who manages permissions has to change them.',
    'zh-TW': '您自己的角色、團隊與類型決定您能看到的內容，須由管理權限的人變更。',
    'zh-CN': '您自己的角色、团队与类型决定您能看到的内容，须由管理权限的人更改。',
  },
  nobody: { en: 'Say whom it is about.', 'zh-TW': '請指定對象。', 'zh-CN': '请指定对象。' },
} satisfies Readonly<Record<string, Wording>>;

/** Why a record is not shared, or not by this person. */
export const shareFaults = {
  noRecord: { en: 'There is no such record, or you may not see it.', 'zh-TW': '沒有這筆記錄，或您無權查看。', 'zh-CN': '没有这条记录，或您无权查看。' },
  byParent: {
    en: 'Who sees this record is decided by the record it belongs to. Share that one.',
    'zh-TW': '這筆記錄的存取由其所屬的記錄決定。請共用那筆記錄。',
    'zh-CN': '这条记录的访问由其所属的记录决定。请共享那条记录。',
  },
  partner: { en: 'Partners do not share records. Ask the person you work with.', 'zh-TW': '合作夥伴不能共用記錄。請洽您的聯絡人。', 'zh-CN': '合作伙伴不能共享记录。请联系您的对接人。' },
  noEdit: { en: 'Only those who may change this record can share it.', 'zh-TW': '只有能變更這筆記錄的人才能共用它。', 'zh-CN': '只有能更改这条记录的人才能共享它。' },
  notOwner: {
    en: 'Only {owner}, those above in the tree of roles and admins share this record.',
    'zh-TW': '只有 {owner}、角色階層中位於其上的人與管理員能共用這筆記錄。',
    'zh-CN': '只有 {owner}、角色层级中位于其上的人与管理员能共享这条记录。',
  },
  noParty: { en: 'There is nobody like this to share with any more.', 'zh-TW': '共用對象已不存在。', 'zh-CN': '共享对象已不存在。' },
  ownerAlready: { en: '{name} owns the record and needs no share.', 'zh-TW': '{name} 是這筆記錄的負責人，無需共用。', 'zh-CN': '{name} 是这条记录的负责人，无需共享。' },
  past: { en: 'This moment is over. Choose one in the future.', 'zh-TW': '這個時間已過。請選擇未來的時間。', 'zh-CN': '这个时间已过。请选择未来的时间。' },
  reason: { en: 'The reason may have at most {limit} characters.', 'zh-TW': '原因最多 {limit} 個字元。', 'zh-CN': '原因最多 {limit} 个字符。' },
  nobody: { en: 'Say with whom.', 'zh-TW': '請指定共用對象。', 'zh-CN': '请指定共享对象。' },
  noShare: { en: 'This share has ended already.', 'zh-TW': '這項共用已結束。', 'zh-CN': '这项共享已结束。' },
} satisfies Readonly<Record<string, Wording>>;

/** What the other side is called where a name alone would not tell. */
export const partyWords = {
  below: { en: '{role} and roles below', 'zh-TW': '{role}及下級角色', 'zh-CN': '{role}及下级角色' },
  gone: { en: 'Removed ({name})', 'zh-TW': '已移除（{name}）', 'zh-CN': '已移除（{name}）' },
  shared: { en: 'Shared with you: {title}', 'zh-TW': '與您共用：{title}', 'zh-CN': '与您共享：{title}' },
} satisfies Readonly<Record<string, Wording>>;

/** Why somebody cannot leave in this way. */
export const departureFaults = {
  noHeir: {
    en: 'Records go to somebody else who is active in your organisation.',
    'zh-TW': '記錄須移交給組織中另一位啟用的使用者。',
    'zh-CN': '记录须移交给组织中另一位启用的用户。',
  },
  partnerHeir: {
    en: '{name} is a partner. Hand the records to somebody of your organisation.',
    'zh-TW': '{name} 是合作夥伴。請將記錄移交給組織內的人。',
    'zh-CN': '{name} 是合作伙伴。请将记录移交给组织内的人。',
  },
  noObject: { en: 'There is no object "{name}" whose records have owners.', 'zh-TW': '沒有記錄帶有負責人的物件「{name}」。', 'zh-CN': '没有记录带有负责人的对象“{name}”。' },
  heirLeaves: { en: 'Whoever takes over cannot leave at the same time.', 'zh-TW': '接手的人不能同時停用。', 'zh-CN': '接手的人不能同时停用。' },
  people: { en: 'Say who leaves: up to {most} people at once.', 'zh-TW': '請指定要停用的人，一次最多 {most} 位。', 'zh-CN': '请指定要停用的人，一次最多 {most} 位。' },
  yourself: { en: 'You cannot deactivate yourself.', 'zh-TW': '您不能停用自己。', 'zh-CN': '您不能停用自己。' },
} satisfies Readonly<Record<string, Wording>>;

/** Why the records of a rule cannot be counted. */
export const ruleFaults = {
  noObject: { en: 'There is no published object "{name}".', 'zh-TW': '沒有已發佈的物件「{name}」。', 'zh-CN': '没有已发布的对象“{name}”。' },
  which: {
    en: 'Say which records: {"ownedBy": […]}, {"when": "…"} or {"territory": "…"}.',
    'zh-TW': '請指定記錄：{"ownedBy": […]}、{"when": "…"} 或 {"territory": "…"}。',
    'zh-CN': '请指定记录：{"ownedBy": […]}、{"when": "…"} 或 {"territory": "…"}。',
  },
} satisfies Readonly<Record<string, Wording>>;
