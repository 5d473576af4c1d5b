import type { Word } from './sentence.js';

/** Words joined as people join them: "a, b or c", 「a、b或c」. */
export function listWords(words: readonly Word[], type: 'conjunction' | 'disjunction'): Word {
  return (locale) => new Intl.ListFormat(locale, { type }).format(words.map((word) => (typeof word === 'function' ? word(locale) : word)));
}
