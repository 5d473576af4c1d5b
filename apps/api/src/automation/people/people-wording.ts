import type { Wording } from '@guanxi/field-types';

/** What people are told of approvals, forms and queues. */
export const peopleNotices = {
  asked: { en: 'You are asked to approve “{title}”.', 'zh-TW': '請簽核「{title}」。', 'zh-CN': '请审批“{title}”。' },
  escalated: { en: 'You are asked to approve “{title}”, which nobody has decided in time.', 'zh-TW': '「{title}」逾期未決，請由您簽核。', 'zh-CN': '“{title}”逾期未决，请由您审批。' },
  handedOver: { en: '“{title}” was handed over to you for approval.', 'zh-TW': '「{title}」已轉交給您簽核。', 'zh-CN': '“{title}”已转交给您审批。' },
  approved: { en: '“{title}” was approved.', 'zh-TW': '「{title}」已核准。', 'zh-CN': '“{title}”已批准。' },
  rejected: { en: '“{title}” was rejected.', 'zh-TW': '「{title}」已駁回。', 'zh-CN': '“{title}”已驳回。' },
  recalled: { en: '“{title}” was taken back and needs no decision any more.', 'zh-TW': '「{title}」已撤回，不必再簽核。', 'zh-CN': '“{title}”已撤回，无需再审批。' },
  expired: { en: 'Nobody has decided “{title}” in time.', 'zh-TW': '「{title}」逾期未決。', 'zh-CN': '“{title}”逾期未决。' },
  form: { en: 'Please fill in “{title}”.', 'zh-TW': '請填寫「{title}」。', 'zh-CN': '请填写“{title}”。' },
  formAgain: { en: '“{title}” is still waiting for your answers.', 'zh-TW': '「{title}」仍在等候您填寫。', 'zh-CN': '“{title}”仍在等您填写。' },
  waits: { en: 'A record waits in the queue “{title}”.', 'zh-TW': '佇列「{title}」有一筆記錄等候處理。', 'zh-CN': '队列“{title}”有一条记录等待处理。' },
} satisfies Readonly<Record<string, Wording>>;

/** Why a decision, an answer or a taking does not count. */
export const peopleRefusals = {
  noApproval: { en: 'There is no such approval for you.', 'zh-TW': '沒有這項簽核，或與您無關。', 'zh-CN': '没有这项审批，或与您无关。' },
  closed: { en: '“{title}” has been decided already: {outcome}.', 'zh-TW': '「{title}」已有結果：{outcome}。', 'zh-CN': '“{title}”已有结果：{outcome}。' },
  late: { en: '“{title}” was decided by {name} a moment ago.', 'zh-TW': '{name} 剛才已經決定了「{title}」。', 'zh-CN': '{name} 刚才已经决定了“{title}”。' },
  notAsked: { en: 'Somebody else is asked about “{title}” at this level.', 'zh-TW': '「{title}」的這一關由其他人簽核。', 'zh-CN': '“{title}”的这一级由其他人审批。' },
  twice: { en: 'You have decided on “{title}” already; nobody decides twice, not even in somebody’s place.', 'zh-TW': '您已經簽核過「{title}」；每個人只能簽核一次，代理他人時也一樣。', 'zh-CN': '您已经审批过“{title}”；每个人只能审批一次，代理他人时也一样。' },
  notYours: { en: 'Only whoever asked for “{title}”, or an admin, can take it back.', 'zh-TW': '只有提出「{title}」的人或管理員可以撤回。', 'zh-CN': '只有提出“{title}”的人或管理员可以撤回。' },
  noPerson: { en: 'There is no active person with this id.', 'zh-TW': '沒有這個 ID 的使用中人員。', 'zh-CN': '没有此 ID 的启用人员。' },
  notFor: { en: '{name} has decided on “{title}” or is asked about it already.', 'zh-TW': '{name} 已簽核過「{title}」，或已在簽核名單中。', 'zh-CN': '{name} 已审批过“{title}”，或已在审批名单中。' },
  noForm: { en: 'There is no such form for you.', 'zh-TW': '沒有這份表單，或不是給您填寫的。', 'zh-CN': '没有这份表单，或不是给您填写的。' },
  formClosed: { en: '“{title}” was filled in already, or its time is over.', 'zh-TW': '「{title}」已經填寫過，或已過期限。', 'zh-CN': '“{title}”已经填写过，或已过期限。' },
  taken: { en: 'The record does not wait in one of your queues any more.', 'zh-TW': '這筆記錄已不在您的佇列中等候。', 'zh-CN': '这条记录已不在您的队列中等待。' },
  noAbsence: { en: 'There is no such absence of yours.', 'zh-TW': '您沒有這段不在的期間。', 'zh-CN': '您没有这段不在的期间。' },
  backwards: { en: 'The last day ({to}) is before the first ({from}).', 'zh-TW': '結束日（{to}）早於開始日（{from}）。', 'zh-CN': '结束日（{to}）早于开始日（{from}）。' },
  overlaps: { en: 'You are away from {from} to {to} already; change that instead.', 'zh-TW': '您已設定 {from} 至 {to} 不在，請改為修改該期間。', 'zh-CN': '您已设置 {from} 至 {to} 不在，请改为修改该期间。' },
  ownDelegate: { en: 'Nobody can stand in for themselves.', 'zh-TW': '不能由自己代理自己。', 'zh-CN': '不能由自己代理自己。' },
  tooLong: { en: 'The comment is longer than {limit} characters.', 'zh-TW': '意見超過 {limit} 個字元。', 'zh-CN': '意见超过 {limit} 个字符。' },
} satisfies Readonly<Record<string, Wording>>;

export const outcomeWords = {
  approved: { en: 'approved', 'zh-TW': '已核准', 'zh-CN': '已批准' },
  rejected: { en: 'rejected', 'zh-TW': '已駁回', 'zh-CN': '已驳回' },
  recalled: { en: 'taken back', 'zh-TW': '已撤回', 'zh-CN': '已撤回' },
  expired: { en: 'out of time', 'zh-TW': '已逾期', 'zh-CN': '已逾期' },
} satisfies Readonly<Record<string, Wording>>;
