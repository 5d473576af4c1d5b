import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { AlertDialog, ErrorState, Notice, showToast, SkeletonLines } from '../../ui/index.js';
import { purgePreviewOptions, purgeRecords, type PurgePreview, type PurgeWish } from './purge-queries.js';
import styles from './Purge.module.css';

/** More than so many are not deleted for good with one press. */
const MOST_UNTYPED = 100;

/** Asks before records go for good: how many, and what goes with them. */
export function PurgeDialog({ wishes, onDone, onClose }: { readonly wishes: readonly PurgeWish[]; readonly onDone: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(purgePreviewOptions(wishes));
  const records = sum(data, ({ records: count }) => count);
  const { mutate, isPending: isGoing } = useMutation({
    mutationFn: () => purgeRecords(wishes, data ?? []),
    onSuccess: (gone) => { showToast({ message: t('keeping.purge.gone', { count: gone, shown: format.number(gone) }) }); onDone(); },
    onError: (failure) => { showToast({ tone: 'danger', message: failure.message }); void refetch(); },
    onSettled: () => queries.invalidateQueries({ queryKey: ['deletedRecords'] }),
  });
  const shown = format.number(records);
  return (
    <AlertDialog isOpen onOpenChange={onClose} title={data && records === 0 ? t('keeping.purge.nothing') : t('keeping.purge.title', { count: records, shown: data ? shown : '…' })} confirmLabel={t('keeping.purge.confirm')} isPending={isGoing || isPending}
      {...(records > MOST_UNTYPED && { typedConfirmation: String(records) })} onConfirm={() => (records > 0 ? mutate() : onClose())}>
      {isPending && <SkeletonLines count={3} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && <WhatGoes previews={data} />}
    </AlertDialog>
  );
}

function WhatGoes({ previews }: { readonly previews: readonly PurgePreview[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: workspace } = useWorkspaceQuery();
  const labelOf = (name: string) => workspace?.objects.find((object) => object.name === name)?.pluralLabel ?? name;
  const line = (label: string, count: number) => ({ label, count });
  const details = new Map<string, number>();
  for (const detail of previews.flatMap((preview) => preview.details)) details.set(detail.object, (details.get(detail.object) ?? 0) + detail.count);
  const lines = [
    ...previews.map(({ object, records }) => line(labelOf(object), records)),
    ...[...details].map(([object, count]) => line(t('keeping.purge.details', { objects: labelOf(object) }), count)),
    line(t('keeping.purge.comments'), sum(previews, ({ comments }) => comments)),
    line(t('keeping.purge.files'), sum(previews, ({ files }) => files)),
  ].filter(({ count }) => count > 0);
  const kept = sum(previews, (preview) => preview.kept);
  return (
    <div className={styles['what']}>
      {lines.length > 0 && <p>{t('keeping.purge.body')}</p>}
      {lines.length > 0 && <dl className={styles['counts']}>{lines.map(({ label, count }) => <div key={label}><dt>{label}</dt><dd>{format.number(count)}</dd></div>)}</dl>}
      {kept > 0 && <Notice>{t('keeping.purge.kept', { count: kept, shown: format.number(kept) })}</Notice>}
    </div>
  );
}

function sum(previews: readonly PurgePreview[] | undefined, count: (preview: PurgePreview) => number): number {
  return (previews ?? []).reduce((total, preview) => total + count(preview), 0);
}
