import { metadataRequest, queryClient } from '../../api/index.js';
import { unreadCountKey } from '../../shell/index.js';

export interface Notification {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly text: string;
  readonly object: string | null;
  readonly recordId: string | null;
  readonly recordName: string | null;
  readonly read: boolean;
}

export const notificationsKey = ['notifications', 'list'] as const;

export async function fetchNotifications(unreadOnly: boolean, signal?: AbortSignal): Promise<readonly Notification[]> {
  const query = 'query Notifications($unreadOnly: Boolean!) { notifications(unreadOnly: $unreadOnly, first: 100) { id kind at by { id name } text object recordId recordName read } }';
  return (await metadataRequest<{ notifications: readonly Notification[] }>(query, { unreadOnly }, signal)).notifications;
}

/** Marks some, or all without ids; the bell follows. */
export async function markRead(ids?: readonly string[]): Promise<void> {
  const { markRead: left } = await metadataRequest<{ markRead: number }>('mutation MarkRead($ids: [ID!], $all: Boolean) { markRead(ids: $ids, all: $all) }', ids ? { ids } : { all: true });
  queryClient.setQueryData(unreadCountKey, left);
  await queryClient.invalidateQueries({ queryKey: ['notifications'] });
}
