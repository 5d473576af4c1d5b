import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FlaskConical, History } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/index.js';
import { useFormat } from '../../../format/index.js';
import { Button, Checkbox, EmptyState, ErrorState, RecordField, Select, SimpleTable, SkeletonLines, TextLink } from '../../../ui/index.js';
import { useItemKeys } from '../../../workspace/bin/use-item-keys.js';
import { runsOptions, workflowStatesOptions } from '../automation-queries.js';
import { runStatuses, type Run } from '../automation-types.js';
import type { ParkedGroup } from '../care/care-queries.js';
import { ChosenRuns } from '../care/ChosenRuns.js';
import { RunStatusBadge } from './RunStatusBadge.js';
import styles from './Runs.module.css';

interface RunsPanelProps {
  readonly workflow?: string;
  readonly group?: ParkedGroup;
  /** Leads to where the workflow can be tried while nothing has run yet. */
  readonly onTest?: () => void;
}

/** What ran, newest first. Without a workflow, of all of them; `group`: those that parked for one reason. */
export function RunsPanel({ workflow, group, onTest }: RunsPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  useItemKeys(place, 'tbody a[href^="/setup/runs/"]');
  const [parked, setParked] = useState(group ?? null);
  const [status, setStatus] = useState<string | null>(group ? 'FAILED' : null);
  const [chosenWorkflow, setWorkflow] = useState<string | null>(group?.workflow ?? null);
  const [recordId, setRecord] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const states = useQuery(workflowStatesOptions);
  const of = workflow ?? chosenWorkflow;
  const filter = { workflow: of, status, recordId, step: parked?.step ?? null, error: parked?.error ?? null };
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({ ...runsOptions(filter), refetchInterval: 10_000 });
  const runs = data?.pages.flatMap(({ nodes }) => nodes) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  const object = states.data?.find(({ name }) => name === of)?.object;
  const titleOf = (name: string) => states.data?.find((state) => state.name === name)?.title ?? name;
  const lasted = ({ startedAt, finishedAt }: Run) => (finishedAt ? format.duration(Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt))) : '');
  const picked = runs.filter(({ id }) => chosen.has(id));
  const isFiltered = status !== null || chosenWorkflow !== null || recordId !== null;
  const clear = () => { setStatus(null); setWorkflow(null); setRecord(null); setParked(null); };
  const choose = (ids: readonly string[], isChosen: boolean) => setChosen(new Set(isChosen ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
  return (
    <div className={styles['panel']} ref={place}>
      <div className={styles['filters']}>
        {workflow === undefined && (
          <Select label={t('automation.workflow')} value={chosenWorkflow} isClearable placeholder={t('ui.all')} onChange={(next) => { setWorkflow(next); setRecord(null); setParked(null); }} choices={(states.data ?? []).map(({ name, title }) => ({ value: name, label: title }))} />
        )}
        <Select label={t('automation.run.status')} value={status} isClearable placeholder={t('ui.all')} onChange={(next) => { setStatus(next); setParked(null); }} choices={runStatuses.map((value) => ({ value, label: t(`automation.status.${value}`) }))} />
        {object !== undefined && <RecordField label={t('automation.record')} object={object} value={recordId} onChange={setRecord} />}
        {parked && <Button onPress={() => setParked(null)}>{t('care.run.parkedFilter')} ✕</Button>}
        <span className={styles['total']} role="status">{data && t('automation.run.total', { count: total, number: format.number(total) })}</span>
      </div>
      {isPending && <SkeletonLines count={8} />}
      {error && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
      {data && runs.length === 0 && (isFiltered
        ? <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={clear}>{t('ui.clearFilters')}</Button>} />
        : <EmptyState icon={History} title={t('automation.run.noneTitle')} {...(onTest && { actions: <Button icon={FlaskConical} onPress={onTest}>{t('automation.run.test')}</Button> })}>{t('automation.run.noneBody')}</EmptyState>)}
      {runs.length > 0 && (
        <>
          <ChosenRuns runs={picked} shown={runs} onChoose={choose} onDone={() => setChosen(new Set())} />
          <SimpleTable label={t('automation.tab.runs')} rows={runs} rowKey={({ id }) => id} onOpenRow={({ id }) => void navigate({ to: '/setup/runs/$run', params: { run: id } })}
            columns={[
              {
                id: 'record', header: t('automation.record'),
                render: ({ id, recordName, recordId: record }) => (
                  <span className={styles['chooser']}>
                    <Checkbox aria-label={t('care.run.choose', { name: recordName || record })} isSelected={chosen.has(id)} onChange={(isChosen) => choose([id], isChosen)} />
                    <TextLink href={`/setup/runs/${id}`}>{recordName || record}</TextLink>
                  </span>
                ),
              },
              ...(workflow === undefined ? [{ id: 'workflow', header: t('automation.workflow'), render: (run: Run) => titleOf(run.workflow) }] : []),
              { id: 'status', header: t('automation.run.status'), render: (run) => <RunStatusBadge status={run.status} /> },
              { id: 'trigger', header: t('automation.flow.when'), render: ({ trigger }) => kindOf(trigger, t) },
              { id: 'error', header: t('automation.run.result'), render: (run) => <Result run={run} /> },
              { id: 'version', header: t('care.list.version'), align: 'end', render: ({ revision }) => format.number(revision) },
              { id: 'started', header: t('automation.run.started'), align: 'end', render: ({ startedAt }) => <span className={styles['when']}>{format.dateTime(startedAt)}</span> },
              { id: 'lasted', header: t('automation.run.lasted'), align: 'end', render: (run) => <span className={styles['when']}>{lasted(run)}</span> },
            ]} />
        </>
      )}
      {hasNextPage && <div><Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('automation.more')}</Button></div>}
    </div>
  );
}

/** What set it off, in the words of the trigger kinds. */
function kindOf(trigger: unknown, t: (key: string, options: { readonly defaultValue: string }) => string): string {
  const { kind } = (trigger ?? {}) as { readonly kind?: unknown };
  return typeof kind === 'string' ? t(`automation.trigger.kinds.${kind}`, { defaultValue: kind }) : '–';
}

function Result({ run: { error, steps, waitsUntil, status } }: { readonly run: Run }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (error) return <span className={styles['error']}>{error}{waitsUntil && <span className={styles['muted']}> {t('care.run.waitsUntil', { time: format.dateTime(waitsUntil) })}</span>}</span>;
  if (waitsUntil) return <>{t('care.run.waitsUntil', { time: format.dateTime(waitsUntil) })}</>;
  if (status === 'RESTING') return <>{t('care.run.waitsFor')}</>;
  return <>{t('automation.run.steps', { count: steps.filter((step) => step.status === 'done').length, of: steps.length })}</>;
}
