import { useNavigate, useSearch } from '@tanstack/react-router';
import { Bell, ShieldCheck, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { PageHeader, Tabs } from '../../ui/index.js';
import { GeneralTab } from './GeneralTab.js';
import { NotificationsTab } from './NotificationsTab.js';
import { SecurityTab } from './SecurityTab.js';

const tabs = ['general', 'notifications', 'security'] as const;

/** How the page looks and speaks to this person, and how they sign in. Everything acts at once. */
export function PreferencesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = 'general' } = useSearch({ strict: false }) as { readonly tab?: string };
  usePage({ title: t('factors.preferences'), crumbs: [{ label: t('factors.preferences') }] });
  return (
    <PageBody>
      <PageHeader title={t('factors.preferences')} />
      <Tabs label={t('factors.preferences')} value={tabs.find((known) => known === tab) ?? 'general'} onChange={(next) => void navigate({ to: '/app/preferences', search: next === 'general' ? {} : { tab: next }, replace: true })} items={[
        { id: 'general', label: t('factors.general'), icon: SlidersHorizontal, content: <GeneralTab /> },
        { id: 'notifications', label: t('shell.notifications'), icon: Bell, content: <NotificationsTab /> },
        { id: 'security', label: t('factors.security'), icon: ShieldCheck, content: <SecurityTab /> },
      ]} />
    </PageBody>
  );
}
