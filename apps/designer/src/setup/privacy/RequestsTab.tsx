import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ShieldUser } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { EmptyState, ErrorState, SimpleTable, SkeletonLines, TextLink } from '../../ui/index.js';
import { DueBadge } from './DueBadge.js';
import { objectsOfPeopleOptions, privacyRequestsOptions } from './privacy-queries.js';
import { useNames } from './use-names.js';
import styles from './Privacy.module.css';

/** What people asked for who are known to the org: the open ones by when they are due. `begin`: opens one. */
export function RequestsTab({ begin }: { readonly begin: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const names = useNames();
  const { data, error, isPending, refetch } = useQuery(privacyRequestsOptions);
  const { data: objects } = useQuery(objectsOfPeopleOptions);
  return (
    <section className={styles['section']}>
      {isPending && <SkeletonLines count={5} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && objects?.length === 0 && <EmptyState icon={ShieldUser} title={t('privacy.nobody')}>{t('privacy.nobodyBody')}</EmptyState>}
      {data?.length === 0 && objects !== undefined && objects.length > 0 && <EmptyState icon={ShieldUser} title={t('privacy.none')} actions={begin}>{t('privacy.noneBody')}</EmptyState>}
      {data && data.length > 0 && (
        <SimpleTable label={t('privacy.requests')} rows={data} rowKey={({ id }) => id} isRowMuted={({ status }) => status !== 'OPEN'} onOpenRow={({ id }) => void navigate({ to: '/setup/privacy/$request', params: { request: id } })}
          columns={[
            { id: 'person', header: t('privacy.person'), render: (request) => <span className={styles['named']}><TextLink href={`/setup/privacy/${request.id}`}>{names.person(request)}</TextLink><span className={styles['quiet']}>{names.object(request.object)}</span></span> },
            { id: 'kind', header: t('privacy.asks'), render: ({ kind }) => t(`privacy.kind.${kind}`) },
            { id: 'state', header: t('privacy.state'), render: (request) => <DueBadge request={request} /> },
            { id: 'received', header: t('privacy.received'), render: ({ receivedOn }) => format.date(receivedOn) },
            { id: 'by', header: t('privacy.handledBy'), render: ({ openedBy, closedBy }) => (closedBy ?? openedBy)?.name ?? '–' },
          ]} />
      )}
    </section>
  );
}
