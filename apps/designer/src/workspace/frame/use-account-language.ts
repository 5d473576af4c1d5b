import { useEffect } from 'react';
import { metadataRequest, queryClient, sessionOptions, useSession, workspaceOptions } from '../../api/index.js';
import { matchLanguage } from '../../i18n/start-translations.js';
import { usePreferences } from '../../ui/index.js';

/** A language chosen on this device becomes that of the account, so that the names of objects and fields come in it too. */
export function useAccountLanguage(): void {
  const { language } = usePreferences();
  const { user } = useSession();
  const isOther = language !== null && language !== undefined && matchLanguage([user.locale]) !== language;
  useEffect(() => {
    if (!isOther) return;
    void tellAccount(language);
  }, [isOther, language]);
}

async function tellAccount(locale: string): Promise<void> {
  try {
    await metadataRequest('mutation Language($locale: String!) { updatePreferences(locale: $locale) { user { id } } }', { locale });
  } catch {
    // The words of the page are in the chosen language all the same.
    return;
  }
  await Promise.all([sessionOptions.queryKey, workspaceOptions.queryKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
