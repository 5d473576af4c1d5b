import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Bot, KeyRound, Plug, Plus, Webhook } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, PageHeader, Tabs, useShortcut } from '../../ui/index.js';
import { ClientsTab } from './ClientsTab.js';
import { oauthClientsOptions } from './clients-queries.js';
import { IntegrateTab } from './IntegrateTab.js';
import { apiKeysOptions } from './keys-queries.js';
import { KeysTab } from './KeysTab.js';
import { NewClientDialog } from './NewClientDialog.js';
import { NewKeyDialog } from './NewKeyDialog.js';
import { webhooksOptions } from './webhook-queries.js';
import { WebhooksTab } from './WebhooksTab.js';

/** Keys for other programs, webhooks that tell them of changes, and how to begin. */
export function ApiPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = 'keys' } = useSearch({ strict: false }) as { readonly tab?: string };
  const { data: keys } = useQuery(apiKeysOptions);
  const { data: webhooks } = useQuery(webhooksOptions);
  const [creating, setCreating] = useState<'key' | 'client' | 'webhook' | null>(null);
  usePage({ title: t('shell.setupNav.api'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.api') }] });
  const { data: clients } = useQuery(oauthClientsOptions);
  const wanted = tab === 'webhooks' ? 'webhook' as const : tab === 'clients' ? 'client' as const : 'key' as const;
  const label = { webhook: t('connect.webhooks.new'), client: t('factors.clients.new'), key: t('setup.keys.new') }[wanted];
  useShortcut({ keys: 'c', label, section: t('shell.setup'), run: () => setCreating(wanted) });
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.api')} description={t('setup.keys.description')} actions={<Button variant="primary" icon={Plus} onPress={() => setCreating(wanted)}>{label}</Button>} />
      <Tabs label={t('shell.setupNav.api')} value={tab} onChange={(next) => void navigate({ to: '/setup/api', search: next === 'keys' ? {} : { tab: next }, replace: true })} items={[
        { id: 'keys', label: t('setup.keys.title'), icon: KeyRound, ...(keys && { count: keys.length }), content: <KeysTab onCreate={() => setCreating('key')} /> },
        { id: 'clients', label: t('factors.clients.title'), icon: Bot, ...(clients && { count: clients.length }), content: <ClientsTab onCreate={() => setCreating('client')} /> },
        { id: 'webhooks', label: t('connect.webhooks.title'), icon: Webhook, ...(webhooks && { count: webhooks.length }), content: <WebhooksTab isCreating={creating === 'webhook'} onCreate={(isCreating) => setCreating(isCreating ? 'webhook' : null)} /> },
        { id: 'integrate', label: t('connect.integrate'), icon: Plug, content: <IntegrateTab /> },
      ]} />
      {creating === 'client' && <NewClientDialog onClose={() => setCreating(null)} />}
      {creating === 'key' && <NewKeyDialog onClose={() => setCreating(null)} />}
    </PageBody>
  );
}
