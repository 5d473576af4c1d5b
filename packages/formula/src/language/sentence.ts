/** A text in the languages that the product speaks; `{name}` stands for a word. */
export interface Wording {
  readonly en: string;
  readonly 'zh-TW': string;
  readonly 'zh-CN': string;
}

/** A text with the words that are put into it: the same in every language, or sentences themselves. */
export interface Sentence extends Wording {
  readonly words?: Readonly<Record<string, string | Sentence>>;
}

/** The sentence in the language of a BCP 47 tag; in English where the product does not speak it. */
export function tell(sentence: Sentence, locale: string): string {
  const { words = {} } = sentence;
  return sentence[languageOf(locale)].replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    return typeof word === 'object' ? tell(word, locale) : (word ?? `{${name}}`);
  });
}

/** Sentences as one word of another: "a text, a reference or a number". */
export function listAlternatives(sentences: readonly Sentence[]): Sentence {
  const join = (locale: keyof Wording): string => new Intl.ListFormat(locale, { type: 'disjunction' }).format(sentences.map((sentence) => tell(sentence, locale)));
  return { en: join('en').replace(/, or /, ' or '), 'zh-TW': join('zh-TW'), 'zh-CN': join('zh-CN') };
}

function languageOf(locale: string): keyof Wording {
  try {
    const { language, script } = new Intl.Locale(locale).maximize();
    if (language !== 'zh') return 'en';
    return script === 'Hant' ? 'zh-TW' : 'zh-CN';
  } catch {
    return 'en';
  }
}
