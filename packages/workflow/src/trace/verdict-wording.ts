import type { Wording } from '@guanxi/field-types';

/** What a run has come to, as the end of `ran`. */
export const endings: Readonly<Record<string, Wording>> = {
  done: { en: ' and has done all its steps', 'zh-TW': '，所有步驟都已完成', 'zh-CN': '，所有步骤都已完成' },
  running: { en: ' and is still at its steps', 'zh-TW': '，步驟還在進行中', 'zh-CN': '，步骤还在进行中' },
  waiting: { en: ' and waits for its next step', 'zh-TW': '，正在等候下一個步驟', 'zh-CN': '，正在等候下一个步骤' },
  failed: {
    en: ' but a step failed and the run is parked; it can be tried again',
    'zh-TW': '，但有步驟失敗，執行已暫停；可以重新執行',
    'zh-CN': '，但有步骤失败，执行已暂停；可以重新执行',
  },
};

export const verdicts = {
  ran: { en: 'It ran on {record} on {at}{ending}.', 'zh-TW': '已於 {at} 在「{record}」上執行{ending}。', 'zh-CN': '已于 {at} 在“{record}”上执行{ending}。' },
  acted: { en: 'It acted on {record} before it was saved on {at}.', 'zh-TW': '已在「{record}」於 {at} 儲存之前執行。', 'zh-CN': '已在“{record}”于 {at} 保存之前执行。' },
  unsure: {
    en: 'The save of {at} is one it looks at. Its condition reads {fields}, which it sets itself, and what was given before is not kept.',
    'zh-TW': '它會查看 {at} 的那次儲存。但條件用到它自己會設定的 {fields}，而先前填入的值沒有保留。',
    'zh-CN': '它会查看 {at} 的那次保存。但条件用到它自己会设置的 {fields}，而先前填入的值没有保留。',
  },
  thereAlready: {
    en: 'It runs {sentence}. {record} had done so already when the workflow was switched on.',
    'zh-TW': '執行時機：{sentence}。啟用工作流程時「{record}」早已如此。',
    'zh-CN': '运行时机：{sentence}。启用工作流时“{record}”早已如此。',
  },
  deleted: {
    en: '{record} has been deleted, and workflows do not run on deleted records.',
    'zh-TW': '「{record}」已刪除，工作流程不會在已刪除的記錄上執行。',
    'zh-CN': '“{record}”已删除，工作流不会在已删除的记录上执行。',
  },
  off: { en: '“{workflow}” is switched off.', 'zh-TW': '「{workflow}」已停用。', 'zh-CN': '“{workflow}”已停用。' },
  noAnchor: {
    en: 'There is nothing to count {period} from: {anchor} of {record} is blank.',
    'zh-TW': '{period}無從起算：「{record}」的{anchor}是空白。',
    'zh-CN': '{period}无从起算：“{record}”的{anchor}是空白。',
  },
  tooEarly: {
    en: 'It is not time yet: {anchor} is {value}, so the {period} are over on {at}.{moved}',
    'zh-TW': '時間還沒到：{anchor}是 {value}，{period}要到 {at} 才滿。{moved}',
    'zh-CN': '时间还没到：{anchor}是 {value}，{period}要到 {at} 才满。{moved}',
  },
  moved: {
    en: ' It ran last for {occasion}; since then {anchor} has moved the line.',
    'zh-TW': '上次執行針對的期限是 {occasion}；之後{anchor}更新，期限已跟著移動。',
    'zh-CN': '上次执行针对的期限是 {occasion}；之后{anchor}更新，期限已随之移动。',
  },
  excluded: {
    en: '{record} was already past the line ({due}) when the workflow was switched on, and those were not included.',
    'zh-TW': '啟用工作流程時，「{record}」已經超過期限（{due}），而這些記錄並未納入。',
    'zh-CN': '启用工作流时，“{record}”已经超过期限（{due}），而这些记录没有纳入。',
  },
  lineFalse: {
    en: 'The line was reached on {due}, but the condition was not true: {part}.',
    'zh-TW': '{due} 已到期限，但條件不成立：{part}。',
    'zh-CN': '{due} 已到期限，但条件不成立：{part}。',
  },
  lineSoon: { en: 'The line was reached on {due}; it will run within a minute.', 'zh-TW': '{due} 已到期限，一分鐘內就會執行。', 'zh-CN': '{due} 已到期限，一分钟内就会执行。' },
  lineMissing: {
    en: 'The line was reached on {due} and the condition was true, but there is no run for it any more, or it had not been made by then.',
    'zh-TW': '{due} 已到期限且條件成立，但已經沒有這次的執行記錄，或當時還沒有建立。',
    'zh-CN': '{due} 已到期限且条件成立，但已经没有这次的执行记录，或当时还没有建立。',
  },
  changeMissing: {
    en: 'What happened on {at} set it off and the condition was true, but there is no run for it any more, or it had not been made by then.',
    'zh-TW': '{at} 發生的事觸發了它且條件成立，但已經沒有這次的執行記錄，或當時還沒有建立。',
    'zh-CN': '{at} 发生的事触发了它且条件成立，但已经没有这次的执行记录，或当时还没有建立。',
  },
  tooLate: {
    en: 'When {anchor} was set to {value}, the {period} before it had already begun to run out.',
    'zh-TW': '{anchor}設為 {value} 時，前 {period}的期限已經過了。',
    'zh-CN': '{anchor}设为 {value} 时，前 {period}的期限已经过了。',
  },
  absent: {
    en: '{record} had not been entered yet on {at}.',
    'zh-TW': '{at} 時「{record}」還沒有輸入。',
    'zh-CN': '{at} 时“{record}”还没有录入。',
  },
  offThen: {
    en: '“{workflow}” was not switched on at {at}; as far as is known it is on since {since}.',
    'zh-TW': '{at} 時「{workflow}」未啟用；就目前所知，自 {since} 起啟用。',
    'zh-CN': '{at} 时“{workflow}”未启用；就目前所知，自 {since} 起启用。',
  },
  deletedThen: {
    en: '{record} was in the bin on {at}, and workflows do not run on deleted records.',
    'zh-TW': '{at} 時「{record}」在資源回收筒中，工作流程不會在已刪除的記錄上執行。',
    'zh-CN': '{at} 时“{record}”在回收站中，工作流不会在已删除的记录上执行。',
  },
  noChange: {
    en: 'It runs {sentence}, and nothing of the kind had happened to {record} by {at}.',
    'zh-TW': '它在{sentence}執行，而到 {at} 為止「{record}」沒有發生過這樣的事。',
    'zh-CN': '它在{sentence}执行，而到 {at} 为止“{record}”没有发生过这样的事。',
  },
  changeBefore: {
    en: 'It runs {sentence}; that happened last on {at}, before the workflow was switched on.',
    'zh-TW': '它在{sentence}執行；上次發生是 {at}，當時工作流程還沒啟用。',
    'zh-CN': '它在{sentence}执行；上次发生是 {at}，当时工作流还没启用。',
  },
  changeFalse: {
    en: 'What happened on {at} set it off, but the condition was not true: {part}.',
    'zh-TW': '{at} 發生的事觸發了它，但條件不成立：{part}。',
    'zh-CN': '{at} 发生的事触发了它，但条件不成立：{part}。',
  },
  changeSoon: {
    en: 'What happened on {at} set it off; it will run within a minute.',
    'zh-TW': '{at} 發生的事觸發了它，一分鐘內就會執行。',
    'zh-CN': '{at} 发生的事触发了它，一分钟内就会执行。',
  },
  notAsked: {
    en: 'It runs {sentence}, and by {at} that had not happened to {record}, as far as its runs tell.',
    'zh-TW': '它在{sentence}執行；就執行記錄所知，到 {at} 為止「{record}」沒有發生過。',
    'zh-CN': '它在{sentence}执行；就执行记录所知，到 {at} 为止“{record}”没有发生过。',
  },
  notAskedFalse: {
    en: 'It runs {sentence}, and by {at} that had not happened to {record}, as far as its runs tell. It would not have run then either: {part}.',
    'zh-TW': '它在{sentence}執行；就執行記錄所知，到 {at} 為止「{record}」沒有發生過。當時就算發生也不會執行：{part}。',
    'zh-CN': '它在{sentence}执行；就执行记录所知，到 {at} 为止“{record}”没有发生过。当时就算发生也不会执行：{part}。',
  },
} satisfies Readonly<Record<string, Wording>>;

/** A false part of a condition, with the values it was asked of. */
export const parts = {
  withValues: { en: '{part} ({values})', 'zh-TW': '{part}（{values}）', 'zh-CN': '{part}（{values}）' },
  value: { en: '{field} is “{value}”', 'zh-TW': '{field} 是「{value}」', 'zh-CN': '{field} 是“{value}”' },
  blank: { en: '{field} is blank', 'zh-TW': '{field} 是空白', 'zh-CN': '{field} 是空白' },
  between: { en: ', ', 'zh-TW': '、', 'zh-CN': '、' },
} satisfies Readonly<Record<string, Wording>>;

export const factWords = {
  switchedOn: { en: 'Switched on', 'zh-TW': '已啟用', 'zh-CN': '已启用' },
  since: { en: 'since {at}', 'zh-TW': '{at} 起', 'zh-CN': '{at} 起' },
  no: { en: 'no', 'zh-TW': '否', 'zh-CN': '否' },
  record: { en: 'Record', 'zh-TW': '記錄', 'zh-CN': '记录' },
  deleted: { en: 'deleted', 'zh-TW': '已刪除', 'zh-CN': '已删除' },
  lastChange: { en: 'What set it off last', 'zh-TW': '上次的觸發', 'zh-CN': '上次的触发' },
  moment: { en: 'Asked about', 'zh-TW': '詢問的時刻', 'zh-CN': '询问的时刻' },
  none: { en: 'none', 'zh-TW': '無', 'zh-CN': '无' },
  later: { en: '{period} later', 'zh-TW': '{period}後', 'zh-CN': '{period}后' },
  blank: { en: 'blank', 'zh-TW': '空白', 'zh-CN': '空白' },
  true: { en: 'true', 'zh-TW': '是', 'zh-CN': '是' },
  false: { en: 'false', 'zh-TW': '否', 'zh-CN': '否' },
} satisfies Readonly<Record<string, Wording>>;
