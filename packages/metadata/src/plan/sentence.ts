import { translate } from '../model/labels.js';

/** A sentence in the languages that the product speaks; `{name}` stands for a word. */
export interface Sentence {
  readonly en: string;
  readonly 'zh-TW': string;
  readonly 'zh-CN': string;
  readonly words?: Readonly<Record<string, Word>>;
}

/** A word that is the same in every language, or one that asks which. */
export type Word = string | ((locale: string) => string);

export function say(sentence: Sentence, locale: string): string {
  const { en, words = {} } = sentence;
  const template = translate(en, { en, 'zh-TW': sentence['zh-TW'], 'zh-CN': sentence['zh-CN'] }, locale);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    return typeof word === 'function' ? word(locale) : (word ?? `{${name}}`);
  });
}
