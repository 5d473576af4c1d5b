import { queryOptions, useQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { metadataRequest } from '../api/index.js';
import { IconLink, Tooltip } from '../ui/index.js';

/** Screens that mark notifications as read invalidate this key. */
export const unreadCountKey = ['notifications', 'unread-count'] as const;

export const unreadCountOptions = queryOptions({
  queryKey: unreadCountKey, refetchInterval: 20_000, retry: false,
  queryFn: async ({ signal }) => (await metadataRequest<{ unreadCount: number }>('query { unreadCount }', {}, signal)).unreadCount,
});

export function NotificationBell() {
  const { t } = useTranslation();
  const { data: count = 0 } = useQuery(unreadCountOptions);
  const label = count > 0 ? t('shell.unread', { count }) : t('shell.notifications');
  return <Tooltip content={label} shortcut="g n" placement="bottom"><IconLink icon={Bell} label={label} href="/app/notifications" hasNews={count > 0} /></Tooltip>;
}
