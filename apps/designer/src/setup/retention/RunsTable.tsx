import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { ErrorState, PlainButton, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { retentionRunsOptions, type RetentionRun } from './retention-queries.js';
import { keptOf, RunBadge } from './RunBadge.js';
import { RunSheet } from './RunSheet.js';
import styles from './Retention.module.css';

/** What rules did, the latest first. */
export function RunsTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, isPending, refetch } = useQuery(retentionRunsOptions);
  const [open, setOpen] = useState<RetentionRun | null>(null);
  return (
    <section className={styles['section']} aria-label={t('retention.runs.title')}>
      <h2 className={styles['heading']}>{t('retention.runs.title')}</h2>
      {isPending && <SkeletonLines count={3} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={styles['quiet']}>{t('retention.runs.none')}</p>}
      {data && data.length > 0 && (
        <SimpleTable<RetentionRun> label={t('retention.runs.title')} rows={data} rowKey={({ id }) => id} onOpenRow={setOpen} columns={[
          { id: 'rule', header: t('retention.rule'), render: (run) => <PlainButton className={styles['link'] ?? ''} onPress={() => setOpen(run)}>{run.title}</PlainButton> },
          { id: 'when', header: t('retention.runs.when'), render: ({ startedAt }) => format.dateTime(startedAt) },
          { id: 'done', header: t('retention.runs.done'), align: 'end', width: '110px', render: ({ done }) => format.number(done) },
          { id: 'kept', header: t('retention.runs.left'), align: 'end', width: '110px', render: (run) => keptOf(run) === 0 ? <span className={styles['quiet']}>–</span> : format.number(keptOf(run)) },
          { id: 'status', header: t('retention.state'), width: '130px', render: (run) => <RunBadge run={run} /> },
        ]} />
      )}
      {open && <RunSheet run={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
