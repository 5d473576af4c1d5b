import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../../api/index.js';
import { useFormat } from '../../../format/index.js';
import { Button, ErrorState, Sheet, SkeletonLines, TextLink } from '../../../ui/index.js';
import { simulationRowsOptions } from '../automation-queries.js';
import type { WorkflowDraft } from '../automation-types.js';
import { StepLines } from '../trace/StepLines.js';
import { monthLabel, monthSpan } from './month-span.js';
import styles from './Simulate.module.css';

interface SimulatedRecordsProps {
  readonly workflow: WorkflowDraft;
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly onClose: () => void;
}

/** What a month's number is made of: each record, when, and what the steps would have done. */
export function SimulatedRecords({ workflow, month, from, to, onClose }: SimulatedRecordsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: workspace } = useWorkspaceQuery();
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(simulationRowsOptions(workflow, monthSpan(month, from, to)));
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const names = data?.pages.flatMap((page) => page.names) ?? [];
  const time = (value: string) => (value.length === 10 ? format.date(value) : format.dateTime(value));
  return (
    <Sheet isOpen onOpenChange={onClose} size="large" title={t('automation.simulate.rowsTitle', { month: monthLabel(month, format.locale) })} description={t('automation.simulate.rowsHelp')}>
      {isPending && <SkeletonLines count={10} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {rows.length > 0 && (
        <>
          <ol className={styles['firings']} aria-label={t('automation.simulate.rowsTitle', { month: monthLabel(month, format.locale) })}>
            {rows.map(({ recordId, recordName, anchor, due, steps }) => (
              <li key={`${recordId} ${due}`} className={styles['firing']}>
                <div className={styles['firingHead']}>
                  <TextLink href={`/app/${encodeURIComponent(workflow.object)}/${recordId}`}>{recordName || recordId}</TextLink>
                  {anchor !== due && <span>{t('insight.simulate.counted', { time: time(anchor) })}</span>}
                  <span>{t('insight.simulate.fired', { time: time(due) })}</span>
                </div>
                <StepLines label={t('insight.simulate.stepsOf', { name: recordName || recordId })} steps={steps} names={names} objects={workspace?.objects ?? []} object={workflow.object} />
              </li>
            ))}
          </ol>
          <div className={styles['more']}>
            <span>{t('automation.simulate.shown', { count: rows.length, number: format.number(rows.length) })}</span>
            {hasNextPage && <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('automation.more')}</Button>}
          </div>
        </>
      )}
    </Sheet>
  );
}
