import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar, classNames } from '../../ui/index.js';
import { CommentBody } from './CommentBody.js';
import { Composer } from './Composer.js';
import { EntrySign } from './EntryParts.js';
import type { TimelineItem } from './timeline-item.js';
import type { CommentHands } from './use-comment-hands.js';
import styles from './Activity.module.css';

interface CommentThreadProps {
  readonly item: TimelineItem;
  readonly object: string;
  readonly recordId: string;
  readonly hands: CommentHands;
  readonly mayAttach: boolean;
  /** Id of the comment that is written anew. */
  readonly edited: string | null;
  readonly onEdit: (id: string | null) => void;
  /** Id of the comment that a link leads to. */
  readonly marked: string | null;
}

/** A comment and its answers. */
export function CommentThread({ item, object, recordId, hands, mayAttach, edited, onEdit, marked }: CommentThreadProps) {
  const { t } = useTranslation();
  const [isReplying, setReplying] = useState(false);
  const name = item.by?.name ?? t('workspace.activity.platform');
  const replies = item.replies ?? [];
  const body = (comment: TimelineItem) => (comment.id === edited
    ? <Composer object={object} recordId={recordId} edited={comment} onCancel={() => onEdit(null)} onSent={() => { onEdit(null); hands.refresh(); }} />
    : <CommentBody item={comment} hands={hands} onEdit={() => onEdit(comment.id)} onReply={() => setReplying(true)} />);
  return (
    <li id={commentAnchor(item.id)} tabIndex={-1} className={classNames(styles['entry'], styles['spoken'], marked === item.id && styles['marked'])}>
      {item.isDeleted ? <span className={styles['sign']} /> : <EntrySign item={item} name={name} />}
      <div className={styles['body']}>
        {item.isDeleted ? <p className={styles['gone']}>{t('threads.gone')}</p> : body(item)}
        {(replies.length > 0 || isReplying) && (
          <ol className={styles['replies']} aria-label={t('threads.replies', { count: replies.length })}>
            {replies.map((reply) => (
              <li key={reply.id} id={commentAnchor(reply.id)} tabIndex={-1} className={classNames(styles['reply'], styles['spoken'], marked === reply.id && styles['marked'])}>
                <Avatar name={reply.by?.name ?? t('workspace.activity.platform')} size="small" /><div className={styles['body']}>{body(reply)}</div>
              </li>
            ))}
            {isReplying && <li><Composer object={object} recordId={recordId} mayAttach={mayAttach} parent={{ id: item.id, name }} onCancel={() => setReplying(false)} onSent={() => { setReplying(false); hands.refresh(); }} /></li>}
          </ol>
        )}
      </div>
    </li>
  );
}

export function commentAnchor(id: string): string {
  return `comment-${id}`;
}
