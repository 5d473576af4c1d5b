import type { Wording } from '@guanxi/field-types';

/** Why a question about workflows has no answer. */
export const workflowRefusals = {
  unpublished: {
    en: 'There is no published workflow “{name}”. Publish the draft first if it is in there.',
    'zh-TW': '沒有已發佈的工作流程「{name}」。若它在草稿中，請先發佈。',
    'zh-CN': '没有已发布的工作流“{name}”。若它在草稿中，请先发布。',
  },
  noRun: { en: 'There is no such run.', 'zh-TW': '沒有這筆執行記錄。', 'zh-CN': '没有这条执行记录。' },
  notAgain: {
    en: 'Only a run that is over can be begun again, from a step that it has come to. Rounds of a loop and workflows that another one has called begin with the run that they belong to.',
    'zh-TW': '只有已結束的執行可以重新開始，並且要從它到過的步驟開始。迴圈的各輪與被其他流程呼叫的執行，要從它們所屬的執行開始。',
    'zh-CN': '只有已结束的执行可以重新开始，并且要从它到过的步骤开始。循环的各轮与被其他流程调用的执行，要从它们所属的执行开始。',
  },
  noStep: { en: 'A test run cannot begin at step “{step}”: the workflow has no such step, or acts before saves.', 'zh-TW': '試執行無法從步驟「{step}」開始：工作流程沒有這個步驟，或是在儲存前執行。', 'zh-CN': '试运行无法从步骤“{step}”开始：工作流没有这个步骤，或是在保存前执行。' },
  rehearsing: { en: 'A rehearsal is going on already. Wait until it has ended.', 'zh-TW': '已有預演正在進行，請等它結束。', 'zh-CN': '已有预演正在进行，请等它结束。' },
  notElapsed: {
    en: '“{workflow}” counts no time from related records; only such workflows can be rehearsed.',
    'zh-TW': '「{workflow}」不是從相關記錄起算時間；只有這類工作流程可以預演。',
    'zh-CN': '“{workflow}”不是从相关记录起算时间；只有这类工作流可以预演。',
  },
  backwards: {
    en: 'The rehearsal would end on {to}, before it begins on {from}.',
    'zh-TW': '預演的結束日期 {to} 早於開始日期 {from}。',
    'zh-CN': '预演的结束日期 {to} 早于开始日期 {from}。',
  },
} satisfies Readonly<Record<string, Wording>>;
