import { say } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';

/** What problems come to in one sentence: the only one, or how many there are and the first. */
export function sumUp(problems: readonly Problem[], locale: string): string {
  const [first] = problems;
  if (problems.length === 1 && first) return first.message;
  return say({ ...several, words: { count: String(problems.length), first: first?.message ?? '' } }, locale);
}

const several = { en: 'There are {count} problems; the first: {first}', 'zh-TW': '有 {count} 個問題；第一個：{first}', 'zh-CN': '有 {count} 个问题；第一个：{first}' };
