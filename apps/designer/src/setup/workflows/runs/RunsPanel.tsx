import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/index.js';
import { useFormat } from '../../../format/index.js';
import { Button, EmptyState, ErrorState, Select, SimpleTable, SkeletonLines, TextLink } from '../../../ui/index.js';
import { runsOptions, workflowStatesOptions } from '../automation-queries.js';
import { runStatuses, type Run } from '../automation-types.js';
import { RunStatusBadge } from './RunStatusBadge.js';
import styles from './Runs.module.css';

/** What ran, newest first. Without a workflow, of all of them. */
export function RunsPanel({ workflow }: { readonly workflow?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [status, setStatus] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const states = useQuery(workflowStatesOptions);
  const filter = { workflow: workflow ?? chosen, status };
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({ ...runsOptions(filter), refetchInterval: 10_000 });
  const runs = data?.pages.flatMap(({ nodes }) => nodes) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  const titleOf = (name: string) => states.data?.find((state) => state.name === name)?.title ?? name;
  const lasted = ({ startedAt, finishedAt }: Run) => (finishedAt ? format.duration(Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt))) : '');
  return (
    <div className={styles['panel']}>
      <div className={styles['filters']}>
        {workflow === undefined && (
          <Select label={t('automation.workflow')} value={chosen} isClearable placeholder={t('ui.all')} onChange={setChosen} choices={(states.data ?? []).map(({ name, title }) => ({ value: name, label: title }))} />
        )}
        <Select label={t('automation.run.status')} value={status} isClearable placeholder={t('ui.all')} onChange={setStatus} choices={runStatuses.map((value) => ({ value, label: t(`automation.status.${value}`) }))} />
        <span className={styles['total']} role="status">{data && t('automation.run.total', { count: total, number: format.number(total) })}</span>
      </div>
      {isPending && <SkeletonLines count={8} />}
      {error && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
      {data && runs.length === 0 && (status !== null || chosen !== null
        ? <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => { setStatus(null); setChosen(null); }}>{t('ui.clearFilters')}</Button>} />
        : <EmptyState icon={History} title={t('automation.run.noneTitle')}>{t('automation.run.noneBody')}</EmptyState>)}
      {runs.length > 0 && (
        <SimpleTable label={t('automation.tab.runs')} rows={runs} rowKey={({ id }) => id} onOpenRow={({ id }) => void navigate({ to: '/setup/runs/$run', params: { run: id } })}
          columns={[
            { id: 'record', header: t('automation.record'), render: ({ id, recordName, recordId }) => <TextLink href={`/setup/runs/${id}`}>{recordName || recordId}</TextLink> },
            ...(workflow === undefined ? [{ id: 'workflow', header: t('automation.workflow'), render: (run: Run) => titleOf(run.workflow) }] : []),
            { id: 'status', header: t('automation.run.status'), render: (run) => <RunStatusBadge status={run.status} /> },
            { id: 'error', header: t('automation.run.result'), render: ({ error: message, steps }) => (message ? <span className={styles['error']}>{message}</span> : t('automation.run.steps', { count: steps.filter((step) => step.status === 'done').length, of: steps.length })) },
            { id: 'started', header: t('automation.run.started'), align: 'end', render: ({ startedAt }) => format.dateTime(startedAt) },
            { id: 'lasted', header: t('automation.run.lasted'), align: 'end', render: lasted },
          ]} />
      )}
      {hasNextPage && <div><Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('automation.more')}</Button></div>}
    </div>
  );
}
