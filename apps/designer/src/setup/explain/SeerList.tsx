import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, Button, EmptyState, ErrorState, Person, SkeletonLines } from '../../ui/index.js';
import { seersOptions } from './explain-queries.js';
import styles from './Explain.module.css';

/** Everybody who can see a record, with the reason. */
export function SeerList({ object, recordId }: { readonly object: string; readonly recordId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(seersOptions(object, recordId));
  if (isPending) return <SkeletonLines count={5} />;
  if (error) return <ErrorState message={error.message} onRetry={() => void refetch()} />;
  const people = data.pages.flatMap((page) => page.people);
  const total = data.pages[0]?.totalCount ?? 0;
  if (people.length === 0) return <EmptyState title={t('explain.nobody')} />;
  return (
    <div className={styles['part']}>
      <p className={styles['hint']}>{t('explain.seers', { count: total, number: format.number(total) })}</p>
      <ul className={styles['seers']}>
        {people.map(({ user, sentence, edits }) => (
          <li key={user.id} className={styles['seer']}>
            <Person name={user.name} />
            <span className={styles['reason']}>{sentence}</span>
            <Badge tone={edits ? 'success' : 'neutral'}>{t(edits ? 'explain.edits' : 'explain.reads')}</Badge>
          </li>
        ))}
      </ul>
      {hasNextPage && <div><Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('explain.more')}</Button></div>}
    </div>
  );
}
