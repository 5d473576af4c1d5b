import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Button, ErrorState, Sheet, SimpleTable, SkeletonLines, TextLink } from '../../../ui/index.js';
import { simulationRowsOptions } from '../automation-queries.js';
import type { WorkflowDraft } from '../automation-types.js';
import { monthLabel, monthSpan } from './month-span.js';
import styles from './Simulate.module.css';

interface SimulatedRecordsProps {
  readonly workflow: WorkflowDraft;
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly onClose: () => void;
}

/** Whom a month's number is made of: the record, the day counted from, the day the line was crossed. */
export function SimulatedRecords({ workflow, month, from, to, onClose }: SimulatedRecordsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(simulationRowsOptions(workflow, monthSpan(month, from, to)));
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const time = (value: string) => (value.length === 10 ? format.date(value) : format.dateTime(value));
  return (
    <Sheet isOpen onOpenChange={onClose} size="large" title={t('automation.simulate.rowsTitle', { month: monthLabel(month, format.locale) })} description={t('automation.simulate.rowsHelp')}>
      {isPending && <SkeletonLines count={10} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {rows.length > 0 && (
        <>
          <SimpleTable label={t('automation.simulate.rowsTitle', { month: monthLabel(month, format.locale) })} rows={rows} rowKey={({ recordId, due }) => `${recordId} ${due}`}
            columns={[
              { id: 'record', header: t('automation.record'), render: ({ recordId, recordName }) => <TextLink href={`/app/${encodeURIComponent(workflow.object)}/${recordId}`}>{recordName || recordId}</TextLink> },
              { id: 'anchor', header: t('automation.simulate.anchor'), align: 'end', render: ({ anchor }) => time(anchor) },
              { id: 'due', header: t('automation.simulate.due'), align: 'end', render: ({ due }) => time(due) },
            ]} />
          <div className={styles['more']}>
            <span>{t('automation.simulate.shown', { count: rows.length, number: format.number(rows.length) })}</span>
            {hasNextPage && <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('automation.more')}</Button>}
          </div>
        </>
      )}
    </Sheet>
  );
}
