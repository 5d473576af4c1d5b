import { translate } from './translate.js';

/** A text in the languages that the product speaks; `{name}` stands for a word. */
export type Wording = {
  readonly en: string;
  readonly 'zh-TW': string;
  readonly 'zh-CN': string;
};

/** A text with the words that are put into it. */
export interface Sentence extends Wording {
  readonly words?: Readonly<Record<string, Word>>;
}

/** A word that is the same in every language, or one that asks which. */
export type Word = string | ((locale: string) => string);

/** English where the product does not speak the language. */
export function say({ en, 'zh-TW': traditional, 'zh-CN': simplified, words = {} }: Sentence, locale: string): string {
  const template = translate(en, { en, 'zh-TW': traditional, 'zh-CN': simplified }, locale);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    return typeof word === 'function' ? word(locale) : (word ?? `{${name}}`);
  });
}

/** A count as its reader writes it: `12,500`. */
export function countWord(count: number): Word {
  return (locale) => count.toLocaleString(locale);
}

/** A sentence as a word of another one. */
export function asWord(sentence: Sentence): Word {
  return (locale) => say(sentence, locale);
}
