import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, CodeText, ErrorState, LinkButton, Notice, ProgressBar, SimpleTable, SkeletonLines, showToast } from '../../ui/index.js';
import { importOptions, isGoing, useCancelImport, type ImportState } from './import-queries.js';
import styles from './Import.module.css';

/** How an import goes or went: progress, counts, and the rows that were left out. */
export function ImportReport({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch } = useQuery(importOptions(id));
  const { mutate: cancel, isPending: isCancelling } = useCancelImport();
  if (error) return <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />;
  if (isPending) return <SkeletonLines count={5} />;
  if (!data) return <Notice tone="warning">{t('importing.report.gone')}</Notice>;
  const going = isGoing(data);
  return (
    <div className={styles['stack']}>
      {going && (
        <div className={styles['going']}>
          <ProgressBar label={t(data.dryRun ? 'importing.report.checking' : 'importing.report.importing', { name: data.fileName })}
            {...(data.rowsTotal !== null && { value: data.rowsRead, max: Math.max(1, data.rowsTotal) })} valueLabel={t('importing.report.rowsRead', { count: data.rowsRead, number: format.number(data.rowsRead) })} />
          <div className={styles['between']}>
            <span className={styles['muted']}>{t('importing.report.rowsRead', { count: data.rowsRead, number: format.number(data.rowsRead) })}</span>
            <Button size="small" isPending={isCancelling} onPress={() => cancel(id, { onError: (failure) => showToast({ message: failure.message, tone: 'danger' }) })}>{t('importing.report.cancel')}</Button>
          </div>
          {!data.dryRun && <p className={styles['hint']}>{t('importing.report.mayLeave')}</p>}
        </div>
      )}
      {!going && <Outcome state={data} />}
      <Counts state={data} />
      {data.rejected > 0 && <Rejected state={data} />}
    </div>
  );
}

function Outcome({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation();
  if (state.status === 'FAILED') return <Notice tone="danger" title={t('importing.report.failed')} isAnnounced>{state.error}</Notice>;
  if (state.status === 'CANCELLED') return <Notice tone="warning" title={t('importing.report.cancelled')} isAnnounced>{t('importing.report.cancelledBody')}</Notice>;
  const isClean = state.rejected === 0;
  const key = state.dryRun ? (isClean ? 'wouldDo' : 'wouldReject') : (isClean ? 'done' : 'doneRejected');
  return <Notice tone={isClean ? 'success' : 'warning'} title={t(`importing.report.${key}`)} isAnnounced>{t(`importing.report.${key}Body`)}</Notice>;
}

function Counts({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: workspace } = useWorkspaceQuery();
  const labelOf = (name: string) => workspace?.objects.find((object) => object.name === name)?.pluralLabel ?? name;
  const words = state.dryRun ? 'importing.count.would' : 'importing.count';
  const figures = [
    { key: 'created', label: t(`${words}.created`), count: state.created }, { key: 'updated', label: t(`${words}.updated`), count: state.updated },
    { key: 'skipped', label: t(`${words}.skipped`), count: state.skipped }, { key: 'rejected', label: t(`${words}.rejected`), count: state.rejected },
    ...Object.entries(state.relatedCreated ?? {}).map(([name, count]) => ({ key: `made ${name}`, label: t(`${words}.related`, { objects: labelOf(name) }), count })),
  ];
  return (
    <dl className={styles['figures']}>
      {figures.map(({ key, label, count }) => <div key={key} className={key === 'rejected' && count > 0 ? styles['bad'] : ''}><dt>{label}</dt><dd>{format.number(count)}</dd></div>)}
    </dl>
  );
}

function Rejected({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles['stack']} aria-label={t('importing.rejected.title')}>
      <div className={styles['between']}>
        <h3 className={styles['heading']}>{t('importing.rejected.first', { count: state.rejectedSample.length, number: format.number(state.rejectedSample.length) })}</h3>
        {!isGoing(state) && <LinkButton icon={Download} size="small" href={`/import/${state.id}/rejected.csv`} download="rejected.csv">{t('importing.rejected.download', { number: format.number(state.rejected) })}</LinkButton>}
      </div>
      <SimpleTable label={t('importing.rejected.title')} rows={state.rejectedSample.map((row, index) => ({ ...row, index }))} rowKey={({ index }) => String(index)}
        columns={[
          { id: 'row', header: t('importing.rejected.row'), render: ({ row }) => format.number(row, { useGrouping: false }) },
          { id: 'column', header: t('importing.mapping.column'), render: ({ column }) => column ?? '–' },
          { id: 'found', header: t('importing.rejected.found'), render: ({ value }) => (value ? <CodeText>{value}</CodeText> : '–') },
          { id: 'message', header: t('importing.rejected.problem'), render: ({ message, hint }) => <>{message}{hint && <span className={styles['mend']}>{hint}</span>}</> },
        ]} />
    </section>
  );
}
