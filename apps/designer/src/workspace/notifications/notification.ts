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
  /** The comment that it tells of. */
  readonly commentId: string | null;
  /** The saved view that is shown to one. */
  readonly view: { readonly id: string; readonly object: string; readonly title: string } | null;
  readonly read: boolean;
  readonly snoozedUntil: string | null;
}

export const notificationsKey = ['notifications', 'list'] as const;

export async function fetchNotifications(unreadOnly: boolean, signal?: AbortSignal, snoozed = false): Promise<readonly Notification[]> {
  const query = 'query Notifications($unreadOnly: Boolean!, $snoozed: Boolean!) { notifications(unreadOnly: $unreadOnly, snoozed: $snoozed, first: 100) { id kind at by { id name } text object recordId recordName commentId view { id object title } read snoozedUntil } }';
  return (await metadataRequest<{ notifications: readonly Notification[] }>(query, { unreadOnly, snoozed }, signal)).notifications;
}

/** Marks some, or all without ids; the bell follows. */
export function markRead(ids?: readonly string[]): Promise<void> {
  return change('mutation MarkRead($ids: [ID!], $all: Boolean) { left: markRead(ids: $ids, all: $all) }', ids ? { ids } : { all: true });
}

export function markUnread(ids: readonly string[]): Promise<void> {
  return change('mutation MarkUnread($ids: [ID!]!) { left: markUnread(ids: $ids) }', { ids });
}

/** They are out of sight until then; without a moment they come back at once. */
export function snooze(ids: readonly string[], until: Date | null): Promise<void> {
  return change('mutation Snooze($ids: [ID!]!, $until: DateTime) { left: snoozeNotifications(ids: $ids, until: $until) }', { ids, until: until?.toISOString() ?? null });
}

async function change(mutation: string, variables: Readonly<Record<string, unknown>>): Promise<void> {
  const { left } = await metadataRequest<{ left: number }>(mutation, variables);
  queryClient.setQueryData(unreadCountKey, left);
  await queryClient.invalidateQueries({ queryKey: ['notifications'] });
}
