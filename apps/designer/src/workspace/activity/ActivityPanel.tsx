import type { ObjectDescription } from '@guanxi/metadata';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, queryClient } from '../../api/index.js';
import { Button, SegmentedControl, SkeletonLines } from '../../ui/index.js';
import { timelineKey } from '../records/save-record.js';
import { Composer } from './Composer.js';
import { fetchTimeline } from './timeline-item.js';
import { TimelineEntry } from './TimelineEntry.js';
import styles from './Activity.module.css';

type Shown = 'all' | 'comments' | 'changes';

/** What happened on a record and what people say about it, the newest first. */
export function ActivityPanel({ object, recordId }: { readonly object: ObjectDescription; readonly recordId: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>('all');
  /** Id of the comment that is written anew. */
  const [edited, setEdited] = useState<string | null>(null);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: timelineKey(object.name, recordId), initialPageParam: null as string | null, refetchInterval: 20_000,
    queryFn: ({ pageParam, signal }) => fetchTimeline(object.name, recordId, pageParam, signal), getNextPageParam: ({ next }) => next,
  });
  const items = data?.pages.flatMap((page) => page.items).filter((item) => shown === 'all' || (item.kind === 'comment') === (shown === 'comments'));
  const own = items?.find(({ mayEdit }) => mayEdit);
  const refresh = () => void queryClient.invalidateQueries({ queryKey: timelineKey(object.name, recordId) });
  return (
    <aside className={styles['panel']} aria-label={t('workspace.activity.title')} data-region tabIndex={-1}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{t('workspace.activity.title')}</h2>
        <SegmentedControl<Shown> label={t('workspace.activity.show')} value={shown} onChange={setShown}
          segments={[{ value: 'all', label: t('ui.all') }, { value: 'comments', label: t('workspace.activity.comments') }, { value: 'changes', label: t('workspace.activity.changes') }]} />
      </div>
      <Composer object={object.name} recordId={recordId} onSent={refresh} {...(own && { onEditLast: () => setEdited(own.id) })} />
      <div className={styles['scroll']}>
        {error && <p role="alert" className={styles['note']}>{error instanceof ApiError ? error.message : t('ui.error.unknown')} <Button size="small" variant="quiet" onPress={() => void refetch()}>{t('ui.retry')}</Button></p>}
        {!items && !error && <SkeletonLines count={6} />}
        {items?.length === 0 && <p className={styles['note']}>{t('workspace.activity.none')}</p>}
        {items && items.length > 0 && <ol className={styles['entries']}>{items.map((item) => <TimelineEntry key={`${item.kind}-${item.id}`} item={item} object={object} recordId={recordId} isEdited={item.id === edited} onEdit={setEdited} onChanged={refresh} />)}</ol>}
        {hasNextPage && <Button variant="quiet" size="small" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('workspace.activity.older')}</Button>}
      </div>
    </aside>
  );
}
