import { Ellipsis, Link2, Pencil, Pin, PinOff, Reply, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { IconButton, Menu, type MenuGroup } from '../../ui/index.js';
import { CommentFiles } from './CommentFiles.js';
import { When } from './EntryParts.js';
import { splitMentions } from './mentions.js';
import { ReactionPicker, ReactionRow } from './ReactionRow.js';
import type { TimelineItem } from './timeline-item.js';
import type { CommentHands } from './use-comment-hands.js';
import styles from './Activity.module.css';

interface CommentBodyProps {
  readonly item: TimelineItem;
  readonly hands: CommentHands;
  readonly onEdit: () => void;
  readonly onReply: () => void;
}

/** What somebody said, and what can be done with it. */
export function CommentBody({ item, hands, onEdit, onReply }: CommentBodyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = item.by?.name ?? t('workspace.activity.platform');
  const react = (reaction: TimelineItem['reactions'][number]['reaction'], on: boolean) => hands.react(item, reaction, on);
  const groups: readonly MenuGroup[] = [
    { id: 'all', items: [
      { id: 'pin', label: t(item.pinnedAt === null ? 'threads.pin' : 'threads.unpin'), icon: item.pinnedAt === null ? Pin : PinOff, onAction: () => hands.pin(item, item.pinnedAt === null) },
      { id: 'link', label: t('threads.copyLink'), icon: Link2, onAction: () => hands.copyLink(item) },
    ] },
    ...(item.mayEdit || item.mayDelete ? [{ id: 'own', items: [
      ...(item.mayEdit ? [{ id: 'edit', label: t('workspace.activity.edit'), icon: Pencil, shortcut: 'up', onAction: onEdit }] : []),
      ...(item.mayDelete ? [{ id: 'delete', label: t('workspace.activity.delete'), icon: Trash2, tone: 'danger' as const, onAction: () => hands.remove(item) }] : []),
    ] }] : []),
  ];
  return (
    <>
      <div className={styles['line']}>
        <strong>{name}</strong> <When at={item.at} />
        {item.editedAt !== null && <span className={styles['when']} title={format.dateTime(item.editedAt)}>{t('workspace.activity.wasEdited')}</span>}
        {item.pinnedAt !== null && <span className={styles['pinSign']} title={t('threads.pinnedBy', { name: item.pinnedBy?.name ?? '' })}><Pin size={12} aria-label={t('threads.pinned')} /></span>}
        <span className={styles['tools']}>
          <ReactionPicker given={item.reactions} onReact={react} />
          <IconButton size="small" icon={Reply} label={t('threads.reply')} onPress={onReply} />
          <Menu label={t('threads.more')} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('threads.more')} />} groups={groups} />
        </span>
      </div>
      <p className={styles['comment']}>
        {splitMentions(item.text ?? '', item.mentions.map((person) => person.name)).map((part, index) => (part.isMention ? <span key={index} className={styles['mention']}>{part.text}</span> : part.text))}
      </p>
      {item.attachments.length > 0 && <CommentFiles ids={item.attachments} />}
      <ReactionRow given={item.reactions} onReact={react} />
    </>
  );
}
