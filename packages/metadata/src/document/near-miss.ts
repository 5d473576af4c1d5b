import { say, type Sentence, type Word, type Wording } from '@guanxi/field-types';

/** The candidate that was probably meant: at most two letters in five differ, case aside. */
export function nearMiss(word: string, candidates: Iterable<string>): string | undefined {
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance > Math.max(1, Math.round(Math.max(word.length, candidate.length) * 0.4))) continue;
    if (!best || distance < best.distance) best = { candidate, distance };
  }
  return best?.candidate;
}

/** "Did you mean …?", or what there is when nothing is near and the list is short. */
export function nearMissHint(word: string, candidates: Iterable<string>): string | undefined {
  const sentence = nearMissSentence(word, candidates);
  return sentence && say(sentence, 'en');
}

/** The same as a sentence of any language. */
export function nearMissSentence(word: string, candidates: Iterable<string>): Sentence | undefined {
  const all = [...candidates];
  const near = nearMiss(word, all);
  if (near !== undefined) return { ...meant, words: { near } };
  return all.length > 0 && all.length <= 12 ? { ...thereIs, words: { names: quoteAll(all) } } : undefined;
}

const meant: Wording = { en: 'Did you mean "{near}"?', 'zh-TW': '您是不是要輸入「{near}」？', 'zh-CN': '您是不是要输入“{near}”？' };
const thereIs: Wording = { en: 'There is {names}.', 'zh-TW': '可用的有：{names}。', 'zh-CN': '可用的有：{names}。' };

/** Names as they stand in a sentence: in quotation marks, one after the other. */
export function quoteAll(names: readonly string[]): Word {
  return (locale) => (locale.startsWith('zh') ? names.map((name) => say({ ...quoted, words: { name } }, locale)).join('、') : names.map((name) => `"${name}"`).join(', '));
}

const quoted: Wording = { en: '"{name}"', 'zh-TW': '「{name}」', 'zh-CN': '“{name}”' };

/** Letters to insert, remove, replace, or swap with their neighbour (optimal string alignment). */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}
