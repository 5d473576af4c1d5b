/** Texts by BCP 47 tag. */
export type Translations = Readonly<Record<string, string>>;

/** A label in somebody's language: exactly it, else one of the same script, else the document's own. */
export function translate(label: string, titles: Translations | undefined, locale: string): string {
  if (!titles) return label;
  const exact = titles[locale];
  if (exact !== undefined) return exact;
  const wanted = languageOf(locale);
  const near = Object.keys(titles).find((tag) => languageOf(tag) === wanted);
  return (near === undefined ? undefined : titles[near]) ?? label;
}

/** zh-TW, zh-HK and zh-Hant are read by the same people, zh-CN and zh-Hans by others. */
function languageOf(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script ?? ''}`;
  } catch {
    return tag;
  }
}
