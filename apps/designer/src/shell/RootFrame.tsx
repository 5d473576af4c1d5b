import { Outlet, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageProviders } from '../ui/PageProviders.js';

/** What stands around every page: language, links, messages. */
export function RootFrame() {
  const router = useRouter();
  const { i18n } = useTranslation();
  return (
    <PageProviders language={i18n.language} navigate={(href) => void router.navigate({ href })}>
      <Outlet />
    </PageProviders>
  );
}
