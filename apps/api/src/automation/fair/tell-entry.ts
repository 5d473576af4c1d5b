import { say, type Wording } from '@guanxi/field-types';
import { translate, type Model } from '@guanxi/metadata';
import { findWorkflow } from '../active-workflow.js';
import { fairTexts } from './fair-wording.js';

/** What was done to automation, as the audit log keeps it. */
export interface AutomationEntry {
  readonly kind: string;
  readonly workflow_id: string | null;
  readonly detail: { readonly reason?: string | null; readonly skip?: boolean; readonly drop?: boolean; readonly why?: string; readonly made?: number; readonly limit?: number; readonly runsPerHour?: number | null; readonly weight?: number };
}

type Telling = (detail: AutomationEntry['detail']) => Wording;

const tellings: Readonly<Record<string, Telling>> = {
  paused: ({ reason }) => (reason ? entryTexts.pausedBecause : entryTexts.paused),
  resumed: ({ skip }) => (skip ? entryTexts.resumedSkipping : entryTexts.resumed),
  workflowPaused: ({ why }) => (why === 'runaway' ? entryTexts.workflowRanAway : entryTexts.workflowPaused),
  workflowResumed: ({ drop }) => (drop ? entryTexts.workflowResumedDropping : entryTexts.workflowResumed),
  workflowWeighed: () => entryTexts.workflowWeighed,
  workflowLimited: ({ runsPerHour }) => (runsPerHour === null || runsPerHour === undefined ? entryTexts.workflowUnlimited : entryTexts.workflowLimited),
};

/** As a sentence. */
export function tellAutomationEntry({ kind, workflow_id: id, detail }: AutomationEntry, model: Model, locale: string): string {
  const workflow = id === null ? undefined : findWorkflow(model, id);
  const name = say({ ...fairTexts.quoted, words: { name: workflow ? translate(workflow.title, workflow.titles, locale) : (id ?? '') } }, locale);
  const number = new Intl.NumberFormat(locale);
  const words = { name, reason: detail.reason ?? '', made: number.format(detail.made ?? 0), limit: number.format(detail.limit ?? detail.runsPerHour ?? 0), weight: number.format(detail.weight ?? 1) };
  return say({ ...(tellings[kind]?.(detail) ?? entryTexts.paused), words }, locale);
}

const entryTexts = {
  paused: { en: 'All automation was stopped.', 'zh-TW': '已停止所有自動化。', 'zh-CN': '已停止所有自动化。' },
  pausedBecause: { en: 'All automation was stopped: {reason}', 'zh-TW': '已停止所有自動化：{reason}', 'zh-CN': '已停止所有自动化：{reason}' },
  resumed: { en: 'Automation goes on; what waited is done.', 'zh-TW': '自動化已繼續，並執行等候中的項目。', 'zh-CN': '自动化已继续，并执行等候中的项目。' },
  resumedSkipping: { en: 'Automation goes on; what happened meanwhile was skipped.', 'zh-TW': '自動化已繼續，並略過期間發生的事項。', 'zh-CN': '自动化已继续，并跳过期间发生的事项。' },
  workflowPaused: { en: '{name} was paused.', 'zh-TW': '已暫停 {name}。', 'zh-CN': '已暂停 {name}。' },
  workflowRanAway: {
    en: '{name} was paused by Guanxi: {made} runs within an hour, more than {limit}.',
    'zh-TW': '系統已暫停 {name}：一小時內執行 {made} 次，超過 {limit} 次。',
    'zh-CN': '系统已暂停 {name}：一小时内执行 {made} 次，超过 {limit} 次。',
  },
  workflowResumed: { en: '{name} goes on; what waited is done.', 'zh-TW': '{name} 已繼續，並執行等候中的項目。', 'zh-CN': '{name} 已继续，并执行等候中的项目。' },
  workflowResumedDropping: { en: '{name} goes on; what waited was dropped.', 'zh-TW': '{name} 已繼續，並捨棄等候中的項目。', 'zh-CN': '{name} 已继续，并舍弃等候中的项目。' },
  workflowWeighed: { en: '{name} gets {weight} batches each time it is its turn.', 'zh-TW': '{name} 每次輪到時處理 {weight} 批。', 'zh-CN': '{name} 每次轮到时处理 {weight} 批。' },
  workflowLimited: { en: '{name} may make {limit} runs an hour.', 'zh-TW': '{name} 每小時最多執行 {limit} 次。', 'zh-CN': '{name} 每小时最多执行 {limit} 次。' },
  workflowUnlimited: { en: 'The limit of {name} follows from what is usual.', 'zh-TW': '{name} 的上限依平常用量推算。', 'zh-CN': '{name} 的上限依平常用量推算。' },
} satisfies Readonly<Record<string, Wording>>;
