import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, EmptyState, ErrorState, PageHeader, SegmentedControl, SkeletonLines, showToast } from '../../ui/index.js';
import { fetchNotifications, markRead, notificationsKey } from './notification.js';
import { NotificationRow } from './NotificationRow.js';
import styles from './Notifications.module.css';

type Shown = 'all' | 'unread';

/** What this person was told. Opening one marks it as read. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>('all');
  usePage({ title: t('shell.notifications'), crumbs: [{ label: t('shell.notifications') }] });
  const { data, error, refetch } = useQuery({ queryKey: notificationsKey, refetchInterval: 20_000, queryFn: ({ signal }) => fetchNotifications(false, signal) });
  const unread = data?.filter(({ read }) => !read) ?? [];
  const items = shown === 'unread' ? unread : data;
  const mark = (ids?: readonly string[]) => void markRead(ids).catch((cause: unknown) => showToast({ tone: 'danger', message: cause instanceof ApiError ? cause.message : String(cause) }));
  return (
    <PageBody width="reading">
      <PageHeader title={t('shell.notifications')} actions={(
        <>
          <SegmentedControl<Shown> label={t('workspace.notifications.show')} value={shown} onChange={setShown}
            segments={[{ value: 'all', label: t('ui.all') }, { value: 'unread', label: t('workspace.notifications.unread') }]} />
          <Button icon={CheckCheck} isDisabled={unread.length === 0} onPress={() => mark()}>{t('workspace.notifications.markAll')}</Button>
        </>
      )} />
      {error && !data && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines count={6} />}
      {items?.length === 0 && <EmptyState title={t('workspace.notifications.none')}>{t('workspace.notifications.noneBody')}</EmptyState>}
      {items && items.length > 0 && <ul className={styles['list']}>{items.map((item) => <NotificationRow key={item.id} item={item} onMark={mark} />)}</ul>}
    </PageBody>
  );
}
