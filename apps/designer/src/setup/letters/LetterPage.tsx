import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, ErrorState, LinkButton, SkeletonLines } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { LetterEditor } from './LetterEditor.js';

/** One document template, by its name in the address. */
export function LetterPage() {
  const { t } = useTranslation();
  const { template: name } = useParams({ strict: false }) as { readonly template: string };
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  const stated = data?.filter(isKind('document-template')).find((one) => one.name === name && one.state !== 'REMOVED');
  const title = stated?.document.title ?? name;
  const list = t('shell.setupNav.letters');
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: list, href: '/setup/letters' }, { label: title }] });
  if (stated) return <LetterEditor key={stated.document.guanxi.id} stated={stated} />;
  return (
    <PageBody>
      {isPending && <SkeletonLines count={8} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && <EmptyState title={t('letters.gone')} actions={<LinkButton href="/setup/letters">{list}</LinkButton>}>{t('letters.goneBody', { name })}</EmptyState>}
    </PageBody>
  );
}
