import { onlineManager, useQuery } from '@tanstack/react-query';
import { AlarmClock, CheckCheck, Inbox, SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, EmptyState, ErrorState, IconLink, PageHeader, SegmentedControl, SkeletonLines, showToast, Spinner, Tooltip } from '../../ui/index.js';
import { useItemKeys } from '../bin/use-item-keys.js';
import { muteRecord, unmuteRecord } from './notification-choices.js';
import { fetchNotifications, markRead, markUnread, notificationsKey, snooze, type Notification } from './notification.js';
import { NotificationRow, type NotificationHands } from './NotificationRow.js';
import { useNotificationKeys } from './use-notification-keys.js';
import styles from './Notifications.module.css';

const PeekPanel = lazy(async () => ({ default: (await import('../record/PeekPanel.js')).PeekPanel }));

type Shown = 'all' | 'unread' | 'snoozed';

/** What this person was told: read, put off, or silenced where it stands. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>('all');
  const place = useRef<HTMLDivElement>(null);
  usePage({ title: t('shell.notifications'), crumbs: [{ label: t('shell.notifications') }] });
  const isAsleep = shown === 'snoozed';
  const { data, error, refetch } = useQuery({ queryKey: [...notificationsKey, isAsleep ? 'snoozed' : 'awake'], refetchInterval: 20_000, queryFn: ({ signal }) => fetchNotifications(false, signal, isAsleep) });
  const unread = data?.filter(({ read }) => !read) ?? [];
  const items = shown === 'unread' ? unread : data;
  const [opened, setOpened] = useState<Notification | null>(null);
  const { data: workspace } = useWorkspaceQuery();
  const openedObject = workspace?.objects.find(({ name }) => name === opened?.object);
  const isOnline = useSyncExternalStore(onlineManager.subscribe.bind(onlineManager), () => onlineManager.isOnline());
  const open = (item: Notification) => {
    setOpened(item);
    if (!item.read) void markRead([item.id]).catch(tellFault);
  };
  const hands = { ...useHands(), open };
  const close = () => {
    place.current?.querySelector<HTMLElement>(`[data-notification="${opened?.id ?? ''}"]`)?.focus();
    setOpened(null);
  };
  useItemKeys(place, 'li');
  useNotificationKeys(place, items ?? [], hands);
  return (
    <div className={styles['beside']}>
      <PageBody width="reading">
        <PageHeader title={t('shell.notifications')} actions={(
          <>
            <SegmentedControl<Shown> label={t('workspace.notifications.show')} value={shown} onChange={setShown} segments={[
              { value: 'all', label: t('ui.all') }, { value: 'unread', label: t('workspace.notifications.unread') }, { value: 'snoozed', label: t('inbox.snoozed') },
            ]} />
            <Button icon={CheckCheck} isDisabled={unread.length === 0 || isAsleep} onPress={() => void markRead().catch(tellFault)}>{t('workspace.notifications.markAll')}</Button>
            <Tooltip content={t('inbox.choose')} placement="bottom"><IconLink icon={SlidersHorizontal} label={t('inbox.choose')} href="/app/preferences?tab=notifications" /></Tooltip>
          </>
        )} />
        {data && (error !== null || !isOnline) && <p role="status" className={styles['reconnecting']}><Spinner />{t('inbox.reconnecting')}</p>}
        {error && !data && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonLines count={6} />}
        {items?.length === 0 && (isAsleep
          ? <EmptyState icon={AlarmClock} title={t('inbox.noneSnoozed')}>{t('inbox.noneSnoozedBody')}</EmptyState>
          : <EmptyState icon={Inbox} title={t('workspace.notifications.none')}>{t('workspace.notifications.noneBody')}</EmptyState>)}
        {items && items.length > 0 && <div ref={place}><ul className={styles['list']} aria-label={t('shell.notifications')}>{items.map((item) => <NotificationRow key={item.id} item={item} hands={hands} />)}</ul></div>}
      </PageBody>
      {workspace && openedObject && opened?.recordId && (
        <Suspense fallback={null}><PeekPanel key={opened.id} workspace={workspace} object={openedObject} id={opened.recordId} onGo={() => undefined} onClose={close} {...(opened.commentId !== null && { comment: opened.commentId })} /></Suspense>
      )}
    </div>
  );
}

function useHands(): Omit<NotificationHands, 'open'> {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    mark: (item, isRead) => void (isRead ? markRead([item.id]) : markUnread([item.id])).catch(tellFault),
    snooze: (item, until) => void snooze([item.id], until)
      .then(() => { if (until) showToast({ message: t('inbox.comesAgain', { when: format.dateTime(until.toISOString()) }), onUndo: () => void wakeAgain(item).catch(tellFault) }); })
      .catch(tellFault),
    mute: ({ object, recordId, recordName }) => {
      if (object === null || recordId === null) return;
      void muteRecord(object, recordId)
        .then(() => showToast({ message: t('inbox.muted', { name: recordName ?? '' }), onUndo: () => void unmuteRecord(recordId).catch(tellFault) }))
        .catch(tellFault);
    },
  };
}

/** As it was before: what had been read is not news again. */
async function wakeAgain(item: Notification): Promise<void> {
  await snooze([item.id], null);
  if (item.read) await markRead([item.id]);
}

function tellFault(cause: unknown): void {
  showToast({ tone: 'danger', message: cause instanceof Error ? cause.message : String(cause) });
}
