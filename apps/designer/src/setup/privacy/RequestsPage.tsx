import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ShieldUser, UserRoundSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, EmptyState, ErrorState, PageHeader, SimpleTable, SkeletonLines, TextLink } from '../../ui/index.js';
import { useFormat } from '../../format/index.js';
import { NewRequestSheet } from './NewRequestSheet.js';
import { DueBadge } from './DueBadge.js';
import { objectsOfPeopleOptions, privacyRequestsOptions } from './privacy-queries.js';
import { useNames } from './use-names.js';
import styles from './Privacy.module.css';

/** What people asked for who are known to the org: the open ones by when they are due. */
export function RequestsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const names = useNames();
  const title = t('shell.setupNav.privacyRequests');
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: title }] });
  const { data, error, isPending, refetch } = useQuery(privacyRequestsOptions);
  const { data: objects } = useQuery(objectsOfPeopleOptions);
  const [isOpening, setOpening] = useState(false);
  const isReady = objects !== undefined && objects.length > 0;
  const open = <Button variant="primary" icon={UserRoundSearch} isDisabled={!isReady} onPress={() => setOpening(true)}>{t('privacy.new')}</Button>;
  return (
    <PageBody>
      <PageHeader title={title} description={t('privacy.description')} actions={open} />
      {isPending && <SkeletonLines count={5} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && objects?.length === 0 && <EmptyState icon={ShieldUser} title={t('privacy.nobody')}>{t('privacy.nobodyBody')}</EmptyState>}
      {data?.length === 0 && isReady && <EmptyState icon={ShieldUser} title={t('privacy.none')} actions={open}>{t('privacy.noneBody')}</EmptyState>}
      {data && data.length > 0 && (
        <SimpleTable label={title} rows={data} rowKey={({ id }) => id} isRowMuted={({ status }) => status !== 'OPEN'} onOpenRow={({ id }) => void navigate({ to: '/setup/privacy/$request', params: { request: id } })}
          columns={[
            { id: 'person', header: t('privacy.person'), render: (request) => <span className={styles['named']}><TextLink href={`/setup/privacy/${request.id}`}>{names.person(request)}</TextLink><span className={styles['quiet']}>{names.object(request.object)}</span></span> },
            { id: 'kind', header: t('privacy.asks'), render: ({ kind }) => t(`privacy.kind.${kind}`) },
            { id: 'state', header: t('privacy.state'), render: (request) => <DueBadge request={request} /> },
            { id: 'received', header: t('privacy.received'), render: ({ receivedOn }) => format.date(receivedOn) },
            { id: 'by', header: t('privacy.handledBy'), render: ({ openedBy, closedBy }) => (closedBy ?? openedBy)?.name ?? '–' },
          ]} />
      )}
      {isOpening && <NewRequestSheet onClose={() => setOpening(false)} onOpened={({ id }) => void navigate({ to: '/setup/privacy/$request', params: { request: id } })} />}
    </PageBody>
  );
}
