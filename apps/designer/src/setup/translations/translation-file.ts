import type { TranslatableText } from '@guanxi/metadata';

/** What a file of translations is: who translates sees the text and where it stands, and writes only `translation`. */
export interface TranslationFile {
  readonly language: string;
  readonly texts: readonly { readonly path: string; readonly text: string; readonly translation: string }[];
}

export function writeTranslationFile(language: string, texts: readonly TranslatableText[]): string {
  const file: TranslationFile = { language, texts: texts.map(({ path, text, translations }) => ({ path, text, translation: translations[language] ?? '' })) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The translations of a file by path, blank ones left out; undefined when it is no such file. */
export function readTranslationFile(text: string): { readonly language: string; readonly texts: Readonly<Record<string, string>> } | undefined {
  try {
    const { language, texts } = JSON.parse(text) as Partial<TranslationFile>;
    if (typeof language !== 'string' || !Array.isArray(texts)) return undefined;
    const entries = texts.flatMap(({ path, translation }) => (typeof path === 'string' && typeof translation === 'string' && translation.trim() !== '' ? [[path, translation] as const] : []));
    return { language, texts: Object.fromEntries(entries) };
  } catch {
    return undefined;
  }
}

/** The `{words}` of a text that its translation lacks or has too many of. */
export function findPlaceholderFault(text: string, translation: string): boolean {
  const words = (one: string): string => [...one.matchAll(/\{\{?\w+\}?\}/g)].map(([word]) => word).sort().join(' ');
  return translation !== '' && words(text) !== words(translation);
}
