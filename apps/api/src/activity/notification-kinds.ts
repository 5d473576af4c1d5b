/** What people are told of. Each may choose for each kind where. */
export const notificationKinds = ['mention', 'comment', 'follow', 'approval', 'form', 'queue', 'share', 'view', 'workflow', 'export', 'webhook'] as const;

export type NotificationKind = (typeof notificationKinds)[number];

export function isNotificationKind(kind: string): kind is NotificationKind {
  return (notificationKinds as readonly string[]).includes(kind);
}

/** These come also from records that somebody wants to hear nothing of: they are meant for this person alone. */
export const personalKinds: ReadonlySet<NotificationKind> = new Set(['mention', 'approval', 'form', 'queue', 'share']);
