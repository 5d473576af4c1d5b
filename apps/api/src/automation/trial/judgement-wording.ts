import { say, type Wording } from '@guanxi/field-types';
import { translate, type WorkflowDocument } from '@guanxi/metadata';
import type { TestFinding, TestJudgement } from './judge-test.js';

/** What was expected and what came, as a sentence. */
export function tellFinding(finding: TestFinding, locale: string): string {
  const { kind, step = '', field = '', expected, came } = finding;
  const blank = say(words.blank, locale);
  const told = { step, field, expected: expected === '' ? blank : expected, came: came === '' ? blank : came };
  if (kind === 'runs') return say({ ...runSentence(expected, came), words: told }, locale);
  if (kind === 'refused') return say({ ...(expected === 'true' ? sentences.notRefused : sentences.refused), words: told }, locale);
  if (kind === 'step') return say({ ...(came === '' ? sentences.notReached : sentences.stepFailed), words: told }, locale);
  return say({ ...sentences[kind], words: told }, locale);
}

/** Why a failing test keeps a draft from being published. */
export function tellFailedTest(workflow: WorkflowDocument, { title, findings }: TestJudgement, locale: string): string {
  const told = findings.map((finding) => tellFinding(finding, locale)).join(locale.startsWith('zh') ? '' : ' ');
  return say({ ...sentences.failed, words: { test: title, workflow: translate(workflow.title, workflow.titles, locale), told } }, locale);
}

function runSentence(expected: string, came: string): Wording {
  if (expected === 'false') return sentences.ran;
  return came === 'false' ? sentences.notRun : sentences.notRunBecause;
}

const words = { blank: { en: 'blank', 'zh-TW': '空白', 'zh-CN': '空白' } } satisfies Readonly<Record<string, Wording>>;

const sentences = {
  failed: { en: 'The test “{test}” of the workflow “{workflow}” fails: {told}', 'zh-TW': '工作流程「{workflow}」的測試「{test}」未通過：{told}', 'zh-CN': '工作流“{workflow}”的测试“{test}”未通过：{told}' },
  given: { en: 'The record of the test cannot be made: {came}', 'zh-TW': '無法建立測試用的記錄：{came}', 'zh-CN': '无法建立测试用的记录：{came}' },
  ran: { en: 'It was expected not to run, but it ran.', 'zh-TW': '預期不會執行，卻執行了。', 'zh-CN': '预期不会执行，却执行了。' },
  notRun: { en: 'It was expected to run, but nothing set it off.', 'zh-TW': '預期會執行，卻沒有觸發。', 'zh-CN': '预期会执行，却没有触发。' },
  notRunBecause: { en: 'It was expected to run, but this part of the condition was false: {came}.', 'zh-TW': '預期會執行，但條件的這個部分不成立：{came}。', 'zh-CN': '预期会执行，但条件的这个部分不成立：{came}。' },
  refused: { en: 'The record was expected to be saved, but was refused: {came}', 'zh-TW': '預期記錄會儲存，卻被拒絕：{came}', 'zh-CN': '预期记录会保存，却被拒绝：{came}' },
  notRefused: { en: 'The record was expected to be refused, but was saved.', 'zh-TW': '預期記錄會被拒絕，卻已儲存。', 'zh-CN': '预期记录会被拒绝，却已保存。' },
  way: { en: 'The step “{step}” was expected to go the way “{expected}”, but went “{came}”.', 'zh-TW': '步驟「{step}」預期走「{expected}」，卻走了「{came}」。', 'zh-CN': '步骤“{step}”预期走“{expected}”，却走了“{came}”。' },
  value: { en: 'The step “{step}” was expected to set {field} to “{expected}”, but set “{came}”.', 'zh-TW': '步驟「{step}」預期把 {field} 設為「{expected}」，卻設為「{came}」。', 'zh-CN': '步骤“{step}”预期把 {field} 设为“{expected}”，却设为“{came}”。' },
  record: { en: '{field} of the record was expected to be “{expected}” afterwards, but is “{came}”.', 'zh-TW': '預期之後記錄的 {field} 是「{expected}」，卻是「{came}」。', 'zh-CN': '预期之后记录的 {field} 是“{expected}”，却是“{came}”。' },
  notReached: { en: 'The step “{step}” was not reached.', 'zh-TW': '沒有執行到步驟「{step}」。', 'zh-CN': '没有执行到步骤“{step}”。' },
  stepFailed: { en: 'The step “{step}” failed: {came}', 'zh-TW': '步驟「{step}」失敗：{came}', 'zh-CN': '步骤“{step}”失败：{came}' },
} satisfies Readonly<Record<string, Wording>>;
