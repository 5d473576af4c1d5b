import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { useShortcut } from '../../ui/index.js';
import type { Notification } from './notification.js';
import type { NotificationHands } from './NotificationRow.js';
import { snoozeTimes } from './snooze-times.js';

/** E, U and H act on the notification that has the focus; then the next one has it. O and Enter open its record beside the list. */
export function useNotificationKeys(place: RefObject<HTMLElement | null>, items: readonly Notification[], hands: NotificationHands): void {
  const { t } = useTranslation();
  const { timeZone } = useFormat();
  const section = t('shell.commands.here');
  const act = (deed: (item: Notification) => void) => {
    const row = document.activeElement?.closest<HTMLElement>('[data-notification]');
    const item = row && place.current?.contains(row) ? items.find(({ id }) => id === row.dataset['notification']) : undefined;
    if (!row || !item) return;
    ((row.nextElementSibling ?? row.previousElementSibling) as HTMLElement | null)?.focus();
    deed(item);
  };
  const open = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-notification]');
    const item = row && row === document.activeElement && place.current?.contains(row) ? items.find(({ id }) => id === row.dataset['notification']) : undefined;
    if (item?.recordId) hands.open(item);
    else if (item) row?.querySelector<HTMLElement>('a')?.click();
  };
  useShortcut({ keys: 'o', label: t('inbox.beside'), section, run: open });
  useShortcut({ keys: 'enter', label: t('inbox.beside'), section, run: open });
  useShortcut({ keys: 'e', label: t('workspace.notifications.mark'), section, run: () => act((item) => hands.mark(item, true)) });
  useShortcut({ keys: 'u', label: t('inbox.markUnread'), section, run: () => act((item) => hands.mark(item, false)) });
  useShortcut({ keys: 'h', label: t('inbox.snoozeTomorrow'), section, run: () => act((item) => hands.snooze(item, snoozeTimes(new Date(), timeZone).find(({ time }) => time === 'tomorrow')?.until ?? null)) });
}
