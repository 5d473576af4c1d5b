import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { ErrorState, LinkButton, Notice, SkeletonLines } from '../../ui/index.js';
import { importOptions, isGoing, type ImportState } from './import-queries.js';
import { ImportFigures } from './ImportFigures.js';
import { ImportGoing } from './ImportGoing.js';
import { RejectedRows } from './RejectedRows.js';
import { UndoImport } from './UndoImport.js';
import styles from './Import.module.css';

/** How an import goes or went: progress, counts, the rows that were left out, and the way back. */
export function ImportReport({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useQuery(importOptions(id));
  if (error) return <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />;
  if (isPending) return <SkeletonLines count={5} />;
  if (!data) return <Notice tone="warning">{t('importing.report.gone')}</Notice>;
  const isExpected = data.status === 'READY';
  return (
    <div className={styles['stack']}>
      {isGoing(data) ? <ImportGoing state={data} /> : <Outcome state={data} />}
      <ImportFigures counts={isExpected ? (data.expected ?? data) : data} isExpected={isExpected} />
      {!isGoing(data) && data.created + data.updated > 0 && <UndoImport id={id} />}
      {data.rejectedSample.length > 0 && <Rejected state={data} />}
    </div>
  );
}

function Outcome({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation();
  if (state.status === 'FAILED') return <Notice tone="danger" title={t('importing.report.failed')} isAnnounced>{state.error}</Notice>;
  if (state.status === 'CANCELLED') return <Notice tone="warning" title={t('importing.report.cancelled')} isAnnounced>{t(state.created + state.updated > 0 ? 'importing.report.cancelledPart' : 'importing.report.cancelledBody')}</Notice>;
  if (state.status === 'READY') return <Notice title={t('importing.report.ready')}>{t('importing.report.readyBody')}</Notice>;
  const key = state.rejected === 0 ? 'done' : 'doneRejected';
  return <Notice tone={state.rejected === 0 ? 'success' : 'warning'} title={t(`importing.report.${key}`)} isAnnounced>{t(`importing.report.${key}Body`)}</Notice>;
}

function Rejected({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rejectedSample: rows } = state;
  const rejected = Math.max(state.rejected, state.expected?.rejected ?? 0);
  return (
    <section className={styles['stack']} aria-label={t('importing.rejected.title')}>
      <div className={styles['between']}>
        <h3 className={styles['heading']}>{t('importing.rejected.first', { count: rows.length, number: format.number(rows.length) })}</h3>
        {!isGoing(state) && <LinkButton icon={Download} size="small" href={`/import/${state.id}/rejected`} download="rejected">{t('importing.rejected.download', { number: format.number(rejected) })}</LinkButton>}
      </div>
      <RejectedRows rows={rows} />
    </section>
  );
}
