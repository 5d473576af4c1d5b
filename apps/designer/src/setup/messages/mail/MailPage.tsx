import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Inbox, Server } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../../shell/index.js';
import { PageHeader, Tabs } from '../../../ui/index.js';
import { mailCountsOptions } from './mail-queries.js';
import { OutboxTab } from './OutboxTab.js';
import { ServerTab } from './ServerTab.js';

/** Mails on their way, and the server that they go by. */
export function MailPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = 'outbox' } = useSearch({ strict: false }) as { readonly tab?: string };
  const { data: counts } = useQuery(mailCountsOptions);
  usePage({ title: t('shell.setupNav.mail'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.mail') }] });
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.mail')} description={t('mail.pageBody')} />
      <Tabs label={t('shell.setupNav.mail')} value={tab} onChange={(next) => void navigate({ to: '/setup/mail', search: next === 'outbox' ? {} : { tab: next }, replace: true })} items={[
        { id: 'outbox', label: t('mail.outbox'), icon: Inbox, ...(counts && { count: counts.waiting + counts.parked + counts.unsent }), content: <OutboxTab /> },
        { id: 'server', label: t('mail.server'), icon: Server, content: <ServerTab /> },
      ]} />
    </PageBody>
  );
}
