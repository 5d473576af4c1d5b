import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { getPreferences, languages, subscribeToPreferences, type Language } from '../ui/preferences/preferences.js';
import { setFormat } from '../format/use-format.js';

const loaders: Readonly<Record<Language, () => Promise<{ words: Record<string, unknown> }>>> = {
  en: () => import('./en/index.js'),
  'zh-TW': () => import('./zh-TW/index.js'),
  'zh-CN': () => import('./zh-CN/index.js'),
};

let userLocale: string | undefined;

/** Loads the language in effect; only that one is fetched. Follows the preferences from then on. */
export async function startTranslations(): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    fallbackLng: 'en', supportedLngs: [...languages], defaultNS: 'words', ns: ['words'], resources: {},
    interpolation: { escapeValue: false }, react: { useSuspense: false },
  });
  await showLanguage(currentLanguage());
  subscribeToPreferences(() => void showLanguage(currentLanguage()));
  return i18next;
}

/** The signed-in user's locale decides where nothing was chosen on this device. */
export function setUserLocale(locale: string): void {
  userLocale = locale;
  void showLanguage(currentLanguage());
}

export function currentLanguage(): Language {
  return getPreferences().language ?? matchLanguage([...(userLocale ? [userLocale] : []), ...navigator.languages]);
}

/** The best of our languages for a list of locales: every traditional Chinese reads zh-TW, every other Chinese zh-CN. */
export function matchLanguage(locales: readonly string[]): Language {
  for (const locale of locales) {
    if (/^zh-(TW|HK|MO|Hant)/i.test(locale)) return 'zh-TW';
    if (/^zh/i.test(locale)) return 'zh-CN';
    if (/^en/i.test(locale)) return 'en';
  }
  return 'en';
}

async function showLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'words')) {
    const { words } = await loaders[language]();
    i18next.addResourceBundle(language, 'words', words);
  }
  if (language !== currentLanguage()) return;
  document.documentElement.lang = language;
  setFormat({ locale: localeFor(language) });
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

/** A reader of English in Taipei or London keeps the regional format of the account or the browser. */
function localeFor(language: Language): string {
  const known = [...(userLocale ? [userLocale] : []), ...navigator.languages];
  return known.find((locale) => matchLanguage([locale]) === language && locale.startsWith(language.slice(0, 2))) ?? language;
}
