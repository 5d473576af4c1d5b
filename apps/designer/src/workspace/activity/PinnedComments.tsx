import { Pin, PinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, PlainButton } from '../../ui/index.js';
import type { TimelineItem } from './timeline-item.js';
import type { CommentHands } from './use-comment-hands.js';
import styles from './Activity.module.css';

interface PinnedCommentsProps {
  readonly items: readonly TimelineItem[];
  readonly hands: CommentHands;
  readonly onGo: (id: string) => void;
}

/** What everybody should see first, in a few words each; pressing one leads to where it was said. */
export function PinnedComments({ items, hands, onGo }: PinnedCommentsProps) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <section className={styles['pinned']} aria-label={t('threads.pinned')}>
      <h3 className={styles['pinnedTitle']}><Pin size={12} aria-hidden />{t('threads.pinned')}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.id} className={styles['pin']}>
            <Tipped item={item} onGo={onGo} />
            <IconButton size="small" icon={PinOff} label={t('threads.unpin')} onPress={() => hands.pin(item, false)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tipped({ item, onGo }: { readonly item: TimelineItem; readonly onGo: (id: string) => void }) {
  const { t } = useTranslation();
  return <PlainButton className={styles['pinText'] ?? ''} onPress={() => onGo(item.id)}><strong>{item.by?.name ?? t('workspace.activity.platform')}</strong> {item.text}</PlainButton>;
}
