import { useNavigate, useSearch } from '@tanstack/react-router';
import { FolderSync, KeyRound, LogIn, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { PageHeader, Tabs } from '../../ui/index.js';
import { DirectoryTab } from './DirectoryTab.js';
import { KeysOverviewTab } from './KeysOverviewTab.js';
import { PolicyTab } from './PolicyTab.js';
import { ProvidersTab } from './ProvidersTab.js';

/** How people of the org come in: the rules, the providers, the directory, and which keys are about. */
export function SecurityPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = 'rules' } = useSearch({ strict: false }) as { readonly tab?: string };
  usePage({ title: t('shell.setupNav.security'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.security') }] });
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.security')} description={t('security.body')} />
      <Tabs label={t('shell.setupNav.security')} value={tab} onChange={(next) => void navigate({ to: '/setup/security', search: next === 'rules' ? {} : { tab: next }, replace: true })} items={[
        { id: 'rules', label: t('security.tabs.rules'), icon: ShieldCheck, content: <PolicyTab /> },
        { id: 'providers', label: t('security.tabs.providers'), icon: LogIn, content: <ProvidersTab /> },
        { id: 'directory', label: t('security.tabs.directory'), icon: FolderSync, content: <DirectoryTab /> },
        { id: 'keys', label: t('security.tabs.keys'), icon: KeyRound, content: <KeysOverviewTab /> },
      ]} />
    </PageBody>
  );
}
