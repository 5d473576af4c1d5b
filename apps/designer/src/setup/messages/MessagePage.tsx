import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, ErrorState, LinkButton, SkeletonLines } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { MessageEditor } from './MessageEditor.js';

/** One message template, by its name in the address. */
export function MessagePage() {
  const { t } = useTranslation();
  const { template: name } = useParams({ strict: false }) as { readonly template: string };
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  const stated = data?.filter(isKind('message-template')).find((one) => one.name === name && one.state !== 'REMOVED');
  const title = stated?.document.title ?? name;
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.messages'), href: '/setup/messages' }, { label: title }] });
  if (stated) return <MessageEditor key={stated.document.guanxi.id} stated={stated} />;
  return (
    <PageBody>
      {isPending && <SkeletonLines count={8} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && <EmptyState title={t('mail.gone')} actions={<LinkButton href="/setup/messages">{t('shell.setupNav.messages')}</LinkButton>}>{t('mail.goneBody', { name })}</EmptyState>}
    </PageBody>
  );
}
