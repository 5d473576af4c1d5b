import type { ObjectDescription } from '@guanxi/metadata';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MessagesSquare, X } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession } from '../../api/index.js';
import { Button, classNames, IconButton, SkeletonLines } from '../../ui/index.js';
import { recordName } from '../records/record-name.js';
import { mayEdit } from '../records/record-rights.js';
import type { RecordRow } from '../records/record-row.js';
import { timelineKey } from '../records/save-record.js';
import { collapseItems } from './collapse-items.js';
import { CommentThread } from './CommentThread.js';
import { Composer } from './Composer.js';
import { PartsMenu } from './PartsMenu.js';
import { PinnedComments } from './PinnedComments.js';
import { SimilarEvents } from './SimilarEvents.js';
import { TimelineEntry } from './TimelineEntry.js';
import { fetchTimeline, type TimelineItem, type TimelinePart } from './timeline-item.js';
import { useCommentHands } from './use-comment-hands.js';
import { useLinkedComment, useScrollToComment } from './use-linked-comment.js';
import styles from './Activity.module.css';

interface ActivityPanelProps {
  readonly object: ObjectDescription;
  readonly record: RecordRow;
  /** Id of the one that is led to. */
  readonly comment?: string;
  readonly isInline?: boolean;
}

/** What happened on a record and what people say about it, the newest first. */
export function ActivityPanel({ object, record, comment, isInline = false }: ActivityPanelProps) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { id: recordId } = record;
  const mayAttach = mayEdit(object, record, user.id);
  const { linked, turn, goTo } = useLinkedComment(comment);
  /** Where the window is neither wide nor narrow, it lies over the record. */
  const [isOpen, setOpen] = useState(linked !== null);
  const [parts, setParts] = useState<readonly TimelinePart[]>(linked === null ? lastParts : []);
  /** Id of the comment that is written anew. */
  const [edited, setEdited] = useState<string | null>(null);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...timelineKey(object.name, recordId), 'items', parts], initialPageParam: null as string | null, refetchInterval: 20_000,
    queryFn: ({ pageParam, signal }) => fetchTimeline({ object: object.name, recordId, after: pageParam, parts }, signal), getNextPageParam: ({ next }) => next,
  });
  const items = data?.pages.flatMap((page) => page.items);
  const own = latestOwn(items ?? []);
  const hands = useCommentHands(object.name, recordId);
  const isLost = useScrollToComment(linked, turn, { items, pages: data?.pages.length ?? 0, hasNextPage, isFetching: isFetchingNextPage, fetchNextPage: () => void fetchNextPage() });
  const choose = (next: readonly TimelinePart[]) => { lastParts = next; setParts(next); };
  return (
    <>
      {!isInline && <span className={styles['opener']}><Button icon={MessagesSquare} aria-expanded={isOpen} onPress={() => setOpen(true)}>{t('workspace.activity.title')}</Button></span>}
      <aside className={classNames(styles['panel'], isInline ? styles['inline'] : styles['over'], isOpen && styles['isOpen'])} aria-label={t('workspace.activity.title')} data-region tabIndex={-1}
        onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) setOpen(false); }}>
        <div className={styles['head']}>
          <h2 className={styles['title']}>{t('workspace.activity.title')}</h2>
          <span className={styles['headTools']}><PartsMenu parts={parts} onChange={choose} />{!isInline && <span className={styles['closer']}><IconButton size="small" icon={X} label={t('ui.close')} onPress={() => setOpen(false)} /></span>}</span>
        </div>
        <Composer object={object.name} recordId={recordId} recordName={recordName(object, record)} mayAttach={mayAttach} onSent={hands.refresh} onAsked={() => flushSync(() => setOpen(true))} {...(own && { onEditLast: () => setEdited(own.id) })} />
        <div className={styles['scroll']}>
          {error && <p role="alert" className={styles['note']}>{error instanceof ApiError ? error.message : t('ui.error.unknown')} <Button size="small" variant="quiet" onPress={() => void refetch()}>{t('ui.retry')}</Button></p>}
          {isLost && <p role="status" className={styles['note']}>{t('threads.lost')}</p>}
          <PinnedComments items={data?.pages[0]?.pinned ?? []} hands={hands} onGo={(id) => { if (parts.length > 0 && !parts.includes('COMMENTS')) choose([]); goTo(id); }} />
          {!items && !error && <SkeletonLines count={6} />}
          {items?.length === 0 && (
            <div className={styles['note']}>
              <p>{t(parts.length > 0 ? 'threads.noneOf' : 'workspace.activity.none')} {parts.length === 0 && t('threads.noneBody')}</p>
              {parts.length > 0 && <Button size="small" variant="quiet" onPress={() => choose([])}>{t('threads.showAll')}</Button>}
            </div>
          )}
          {items && items.length > 0 && (
            <ol className={styles['entries']}>
              {collapseItems(items).map((entry) => {
                const item = entry.kind === 'one' ? entry.item : entry.items[0];
                if (!item) return null;
                const key = `${item.kind}-${item.id}`;
                if (entry.kind === 'several') return <SimilarEvents key={key} alike={entry.alike} items={entry.items} object={object} />;
                return item.kind === 'comment' ? <CommentThread key={key} item={item} object={object.name} recordId={recordId} hands={hands} mayAttach={mayAttach} edited={edited} onEdit={setEdited} marked={linked} /> : <TimelineEntry key={key} item={item} object={object} />;
              })}
            </ol>
          )}
          {hasNextPage && <Button variant="quiet" size="small" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('workspace.activity.older')}</Button>}
        </div>
      </aside>
    </>
  );
}

/** Going from record to record keeps what people look at. */
let lastParts: readonly TimelinePart[] = [];

/** What this person said last, also as an answer. */
function latestOwn(items: readonly TimelineItem[]): TimelineItem | undefined {
  const own = items.flatMap((item) => [item, ...(item.replies ?? [])]).filter(({ mayEdit }) => mayEdit);
  return own.reduce<TimelineItem | undefined>((latest, item) => (latest && latest.at >= item.at ? latest : item), undefined);
}
