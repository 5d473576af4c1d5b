import type { Wording } from '@guanxi/field-types';

/** What people are told about workflows that stand still or were stopped. */
export const fairTexts = {
  quoted: { en: '“{name}”', 'zh-TW': '「{name}」', 'zh-CN': '“{name}”' },
  loop: {
    en: '{names} have set each other off more than {depth} times in a row; this run was stopped so that they do not go on for ever. Change the condition of one of them.',
    'zh-TW': '{names} 已連續互相觸發超過 {depth} 次；為避免無止盡地進行，這筆執行已停止。請修改其中一個的條件。',
    'zh-CN': '{names} 已连续互相触发超过 {depth} 次；为避免无休止地进行，这条执行已停止。请修改其中一个的条件。',
  },
  selfLoop: {
    en: '{names} has set itself off more than {depth} times in a row; this run was stopped so that it does not go on for ever. Change its condition.',
    'zh-TW': '{names} 已連續觸發自己超過 {depth} 次；為避免無止盡地進行，這筆執行已停止。請修改它的條件。',
    'zh-CN': '{names} 已连续触发自己超过 {depth} 次；为避免无休止地进行，这条执行已停止。请修改它的条件。',
  },
  loopAlert: {
    en: 'Workflows set each other off without end and were stopped: {names}. The runs are in Setup → Workflows → Parked.',
    'zh-TW': '工作流程互相觸發不停，已被停止：{names}。相關執行在「設定 → 工作流程 → 擱置」。',
    'zh-CN': '工作流互相触发不停，已被停止：{names}。相关执行在“设置 → 工作流 → 搁置”。',
  },
  runawayAlert: {
    en: 'The workflow {names} was paused: it made {made} runs within an hour, more than {limit}. What it has to do waits. Setup → Workflows lets it go on or drops what waits.',
    'zh-TW': '工作流程 {names} 已暫停：一小時內執行了 {made} 次，超過 {limit} 次。待辦事項會保留。可在「設定 → 工作流程」讓它繼續，或捨棄等候中的項目。',
    'zh-CN': '工作流 {names} 已暂停：一小时内执行了 {made} 次，超过 {limit} 次。待办事项会保留。可在“设置 → 工作流”让它继续，或舍弃等候中的项目。',
  },
  notPaused: { en: 'Automation is not paused.', 'zh-TW': '自動化並未暫停。', 'zh-CN': '自动化并未暂停。' },
  workflowNotPaused: { en: '“{name}” is not paused.', 'zh-TW': '「{name}」並未暫停。', 'zh-CN': '“{name}”并未暂停。' },
  weightOutOfRange: {
    en: 'The weight of a workflow is a whole number from 1 to 10.',
    'zh-TW': '工作流程的權重是 1 到 10 的整數。',
    'zh-CN': '工作流的权重是 1 到 10 的整数。',
  },
  limitOutOfRange: {
    en: 'The limit is a number of runs per hour from 1 to 10,000,000; without one Guanxi works it out.',
    'zh-TW': '上限是每小時 1 到 10,000,000 次執行；不設定則由系統推算。',
    'zh-CN': '上限是每小时 1 到 10,000,000 次执行；不设置则由系统推算。',
  },
  noRuns: { en: 'Say which runs: by their ids, or by the group they are in.', 'zh-TW': '請指定執行：以識別碼，或以所屬群組。', 'zh-CN': '请指定执行：以标识，或以所属分组。' },
} satisfies Readonly<Record<string, Wording>>;
