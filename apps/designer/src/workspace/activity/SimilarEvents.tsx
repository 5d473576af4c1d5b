import type { ObjectDescription } from '@guanxi/metadata';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, PlainButton } from '../../ui/index.js';
import type { AlikeKind } from './collapse-items.js';
import { EntrySign, When } from './EntryParts.js';
import { TimelineEntry } from './TimelineEntry.js';
import type { TimelineItem } from './timeline-item.js';
import styles from './Activity.module.css';

/** Many similar events in one line, until somebody wants to see them. */
export function SimilarEvents({ alike, items, object }: { readonly alike: AlikeKind; readonly items: readonly TimelineItem[]; readonly object: ObjectDescription }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [first] = items;
  if (!first) return null;
  const name = first.by?.name ?? t('workspace.activity.platform');
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <li className={styles['entry']}>
        <EntrySign item={first} name={name} />
        <div className={classNames(styles['body'], styles['few'])}>
          <PlainButton className={styles['similar'] ?? ''} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}><Chevron size={13} aria-hidden />{t(`threads.collapsed.${alike}`, { name, count: items.length })}</PlainButton><When at={first.at} />
        </div>
      </li>
      {isOpen && items.map((item) => <TimelineEntry key={`${item.kind}-${item.id}`} item={item} object={object} />)}
    </>
  );
}
