import { useNavigate, useSearch } from '@tanstack/react-router';
import { ShieldCheck, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { PageHeader, Tabs } from '../../ui/index.js';
import { GeneralTab } from './GeneralTab.js';
import { SecurityTab } from './SecurityTab.js';

/** How the page looks and speaks to this person, and how they sign in. Everything acts at once. */
export function PreferencesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = 'general' } = useSearch({ strict: false }) as { readonly tab?: string };
  usePage({ title: t('factors.preferences'), crumbs: [{ label: t('factors.preferences') }] });
  return (
    <PageBody>
      <PageHeader title={t('factors.preferences')} />
      <Tabs label={t('factors.preferences')} value={tab === 'security' ? 'security' : 'general'} onChange={(next) => void navigate({ to: '/app/preferences', search: next === 'general' ? {} : { tab: next }, replace: true })} items={[
        { id: 'general', label: t('factors.general'), icon: SlidersHorizontal, content: <GeneralTab /> },
        { id: 'security', label: t('factors.security'), icon: ShieldCheck, content: <SecurityTab /> },
      ]} />
    </PageBody>
  );
}
