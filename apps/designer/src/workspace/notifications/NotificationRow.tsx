import { Check, FileDown, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Avatar, classNames, IconButton, ObjectGlyph, TextLink } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';
import type { Notification } from './notification.js';
import styles from './Notifications.module.css';

interface NotificationRowProps {
  readonly item: Notification;
  readonly onMark: (ids: readonly string[]) => void;
}

export function NotificationRow({ item, onMark }: NotificationRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: workspace } = useWorkspaceQuery();
  const object = workspace?.objects.find(({ name }) => name === item.object);
  const title = t(`workspace.notifications.kinds.${knownKinds.includes(item.kind) ? item.kind : 'workflow'}`, { name: item.by?.name ?? t('workspace.activity.platform') });
  return (
    <li className={classNames(styles['row'], !item.read && styles['unread'])}>
      {item.by ? <Avatar name={item.by.name} size="large" /> : <span className={styles['machine']}>{item.kind === 'export' ? <FileDown size={16} aria-hidden /> : <Workflow size={16} aria-hidden />}</span>}
      <div className={styles['words']} onClick={() => { if (!item.read) onMark([item.id]); }}>
        <p className={styles['line']}><span className={styles['title']}>{title}</span><time className={styles['when']} dateTime={item.at} title={format.dateTime(item.at)}>{format.relative(item.at)}</time></p>
        <p className={styles['text']}>{item.text}</p>
        {item.kind === 'export' && <p className={styles['record']}><TextLink href="/app/exports">{t('exporting.own')}</TextLink></p>}
        {partOf[item.kind] !== undefined && <p className={styles['record']}><TextLink href={`/app/approvals?part=${partOf[item.kind] ?? ''}`}>{t(`people.parts.${partOf[item.kind] ?? 'decide'}`)}</TextLink></p>}
        {item.object !== null && item.recordId !== null && (
          <p className={styles['record']}>
            {object && <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" />}
            <TextLink href={recordHref(item.object, item.recordId)}>{item.recordName ?? item.recordId}</TextLink>
          </p>
        )}
      </div>
      <span className={styles['tools']}>
        {!item.read && <IconButton size="small" icon={Check} label={t('workspace.notifications.mark')} onPress={() => onMark([item.id])} />}
        {!item.read && <span className={styles['dot']} role="img" aria-label={t('workspace.notifications.unread')} />}
      </span>
    </li>
  );
}

const knownKinds: readonly string[] = ['mention', 'comment', 'workflow', 'export', 'webhook', 'approval', 'form', 'queue', 'share'];
/** Where what somebody is asked is answered. */
const partOf: Readonly<Record<string, string>> = { approval: 'decide', form: 'forms', queue: 'queues' };
