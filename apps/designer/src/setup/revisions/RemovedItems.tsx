import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, Button, EmptyState, ErrorState, Person, showToast, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { removedItemsOptions, useBringBack, type RemovedItem } from './revision-queries.js';

/** Fields and objects that were removed: for 30 days they come back with their values. */
export function RemovedItems() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch } = useQuery(removedItemsOptions);
  const { mutateAsync: bringBack, isPending: isBringing, variables } = useBringBack();
  const bring = async (item: RemovedItem) => {
    const problems = await bringBack(item.id).catch((failure: Error) => [{ message: failure.message }]);
    showToast(problems[0] ? { message: problems[0].message, tone: 'danger' } : { message: t('platform.removed.inDraft', { name: item.title }), description: t('platform.removed.inDraftHint'), tone: 'success' });
  };
  if (isPending) return <SkeletonLines count={5} />;
  if (error && !data) return <ErrorState message={error.message} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState icon={Undo2} title={t('platform.removed.none')}>{t('platform.removed.noneBody')}</EmptyState>;
  return (
    <SimpleTable label={t('platform.removed.title')} rows={data} rowKey={({ id }) => id} columns={[
      { id: 'what', header: t('platform.removed.what'), render: ({ title, kind, object, field }) => <>{title} <Badge>{t(`platform.removed.kind.${kind}`)}</Badge> <span>{field === null ? object : `${object}.${field}`}</span></> },
      { id: 'when', header: t('platform.removed.when'), render: ({ removedAt }) => <span title={format.dateTime(removedAt)}>{format.relative(removedAt)}</span> },
      { id: 'who', header: t('platform.removed.who'), render: ({ removedBy }) => (removedBy ? <Person name={removedBy.name} /> : t('setup.revisions.platform')) },
      { id: 'drops', header: t('platform.removed.drops'), render: ({ dropsAt }) => <span title={format.dateTime(dropsAt)}>{format.relative(dropsAt)}</span> },
      { id: 'back', header: '', align: 'end', render: (item) => <Button size="small" icon={Undo2} isPending={isBringing && variables === item.id} onPress={() => void bring(item)}>{t('platform.removed.bring')}</Button> },
    ]} />
  );
}
