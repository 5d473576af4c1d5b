import { AlarmClock, BellOff, Check, Ellipsis, FileDown, PanelRight, Undo2, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Avatar, classNames, IconButton, Menu, ObjectGlyph, TextLink, type MenuGroup } from '../../ui/index.js';
import { listHref } from '../list/list-address.js';
import { recordHref } from '../records/record-href.js';
import type { Notification } from './notification.js';
import { snoozeTimes } from './snooze-times.js';
import styles from './Notifications.module.css';

export interface NotificationHands {
  readonly mark: (item: Notification, isRead: boolean) => void;
  /** Null: it comes back at once. */
  readonly snooze: (item: Notification, until: Date | null) => void;
  readonly mute: (item: Notification) => void;
  /** Its record, beside the list. */
  readonly open: (item: Notification) => void;
}

interface NotificationRowProps {
  readonly item: Notification;
  readonly hands: NotificationHands;
}

export function NotificationRow({ item, hands }: NotificationRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: workspace } = useWorkspaceQuery();
  const object = workspace?.objects.find(({ name }) => name === (item.object ?? item.view?.object));
  const title = t(`workspace.notifications.kinds.${knownKinds.includes(item.kind) ? item.kind : 'workflow'}`, { name: item.by?.name ?? t('workspace.activity.platform') });
  const isAsleep = item.snoozedUntil !== null && Date.parse(item.snoozedUntil) > Date.now();
  return (
    <li className={classNames(styles['row'], !item.read && styles['unread'])} data-notification={item.id} tabIndex={0}>
      {item.by ? <Avatar name={item.by.name} size="large" /> : <span className={styles['machine']}>{item.kind === 'export' ? <FileDown size={16} aria-hidden /> : <Workflow size={16} aria-hidden />}</span>}
      <div className={styles['words']} onClick={() => { if (!item.read) hands.mark(item, true); }}>
        <p className={styles['line']}><span className={styles['title']}>{title}</span><time className={styles['when']} dateTime={item.at} title={format.dateTime(item.at)}>{format.relative(item.at)}</time></p>
        {item.view === null && <p className={styles['text']}>{item.text}</p>}
        {isAsleep && <p className={styles['asleep']}><AlarmClock size={13} aria-hidden />{t('inbox.comesAgain', { when: format.dateTime(item.snoozedUntil) })}</p>}
        {item.kind === 'export' && <p className={styles['record']}><TextLink href="/app/exports">{t('exporting.own')}</TextLink></p>}
        {partOf[item.kind] !== undefined && <p className={styles['record']}><TextLink href={`/app/approvals?part=${partOf[item.kind] ?? ''}`}>{t(`people.parts.${partOf[item.kind] ?? 'decide'}`)}</TextLink></p>}
        {item.view !== null && (
          <p className={styles['record']}>
            {object && <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" />}
            <TextLink href={listHref(item.view.object, { view: item.view.id })}>{item.view.title}</TextLink>
          </p>
        )}
        {item.object !== null && item.recordId !== null && (
          <p className={styles['record']}>
            {object && <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" />}
            <TextLink href={`${recordHref(item.object, item.recordId)}${item.commentId === null ? '' : `?comment=${item.commentId}`}`}>{item.recordName ?? item.recordId}</TextLink>
          </p>
        )}
      </div>
      <span className={styles['tools']}>
        <span className={styles['hands']}>
          {item.recordId !== null && object && <IconButton size="small" icon={PanelRight} label={t('inbox.beside')} shortcut="o" onPress={() => hands.open(item)} />}
          {!item.read && <IconButton size="small" icon={Check} label={t('workspace.notifications.mark')} shortcut="e" onPress={() => hands.mark(item, true)} />}
          <Menu label={t('inbox.more')} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('inbox.more')} />} groups={useGroups(item, isAsleep, hands)} />
        </span>
        {!item.read && <span className={styles['dot']} role="img" aria-label={t('workspace.notifications.unread')} />}
      </span>
    </li>
  );
}

function useGroups(item: Notification, isAsleep: boolean, hands: NotificationHands): readonly MenuGroup[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    ...(item.read ? [{ id: 'unread', items: [{ id: 'unread', label: t('inbox.markUnread'), shortcut: 'u', onAction: () => hands.mark(item, false) }] }] : []),
    {
      id: 'snooze', title: t('inbox.snooze'), items: isAsleep
        ? [{ id: 'back', label: t('inbox.back'), icon: Undo2, onAction: () => hands.snooze(item, null) }]
        : snoozeTimes(new Date(), format.timeZone).map(({ time, until }) => ({ id: time, label: t(`inbox.times.${time}`), description: format.dateTime(until.toISOString()), icon: AlarmClock, ...(time === 'tomorrow' && { shortcut: 'h' }), onAction: () => hands.snooze(item, until) })),
    },
    ...(item.object !== null && item.recordId !== null ? [{ id: 'mute', items: [{ id: 'mute', label: t('inbox.mute', { name: item.recordName ?? '' }), description: t('inbox.muteBody'), icon: BellOff, onAction: () => hands.mute(item) }] }] : []),
  ];
}

const knownKinds: readonly string[] = ['mention', 'comment', 'follow', 'workflow', 'export', 'webhook', 'approval', 'form', 'queue', 'share', 'view'];
/** Where what somebody is asked is answered. */
const partOf: Readonly<Record<string, string>> = { approval: 'decide', form: 'forms', queue: 'queues' };
