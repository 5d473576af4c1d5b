import { useQuery } from '@tanstack/react-query';
import { ChartColumn, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/index.js';
import { useFormat } from '../../../format/index.js';
import { Button, DateField, EmptyState, ErrorState, ErrorSummary, Notice, ProgressBar } from '../../../ui/index.js';
import { simulationOptions, type Span } from '../automation-queries.js';
import type { WorkflowDraft } from '../automation-types.js';
import { DayChart } from './DayChart.js';
import { MonthChart } from './MonthChart.js';
import { MonthTable } from './MonthTable.js';
import { SimulatedRecords } from './SimulatedRecords.js';
import { SimulatedSums } from './SimulatedSums.js';
import styles from './Simulate.module.css';

/** Replays the workflow as it stands on the page over the org's history. Nothing is written. */
export function SimulatePanel({ workflow }: { readonly workflow: WorkflowDraft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [span, setSpan] = useState<Span>({ from: null, to: null });
  const [asked, setAsked] = useState<{ readonly workflow: WorkflowDraft; readonly span: Span } | null>(null);
  const [month, setMonth] = useState<string | null>(null);
  const { data, isFetching, error, refetch } = useQuery({ ...simulationOptions(asked?.workflow ?? workflow, asked?.span ?? span), enabled: asked !== null });
  const isBackwards = span.from !== null && span.to !== null && span.from > span.to;
  const run = () => {
    setMonth(null);
    setAsked({ workflow, span });
  };
  return (
    <div className={styles['panel']}>
      <p className={styles['lead']}>{t('automation.simulate.lead')}</p>
      <form className={styles['ask']} onSubmit={(event) => { event.preventDefault(); if (!isBackwards) run(); }}>
        <DateField label={t('automation.simulate.from')} value={span.from} onChange={(from) => setSpan({ ...span, from })} help={t('automation.simulate.fromHelp')} />
        <DateField label={t('automation.simulate.to')} value={span.to} onChange={(to) => setSpan({ ...span, to })} help={t('automation.simulate.toHelp')} error={isBackwards ? t('automation.simulate.backwards') : null} />
        <div className={styles['run']}><Button type="submit" variant="primary" icon={Play} isPending={isFetching} isDisabled={isBackwards}>{t('automation.simulate.run')}</Button></div>
      </form>
      {isFetching && <ProgressBar label={t('automation.simulate.running')} />}
      {!asked && !isFetching && <EmptyState icon={ChartColumn} title={t('automation.simulate.emptyTitle')}>{t('automation.simulate.emptyBody')}</EmptyState>}
      {error && !isFetching && (error instanceof ApiError && error.problems.length > 0
        ? <ErrorSummary title={t('automation.simulate.wrong')} entries={error.problems.map(({ message, hint }) => ({ message: hint ? `${message} ${hint}` : message }))} />
        : <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />)}
      {data && asked && !isFetching && (
        <>
          {asked.workflow !== workflow && <Notice tone="warning" actions={<Button size="small" onPress={run}>{t('automation.simulate.again')}</Button>}>{t('automation.simulate.stale')}</Notice>}
          {data.isKnown && <dl className={styles['figures']} role="status">
            <div><dt>{t('automation.simulate.total')}</dt><dd>{format.number(data.total)}</dd></div>
            <div><dt>{t('automation.simulate.records')}</dt><dd>{format.number(data.records)}</dd></div>
            <div><dt>{t('automation.simulate.span')}</dt><dd className={styles['days']}>{format.date(data.from)} – {format.date(data.to)}</dd></div>
          </dl>}
          {data.limits.length > 0 && <Notice title={t('automation.simulate.limits')}><ul className={styles['limits']}>{data.limits.map((limit) => <li key={limit}>{limit}</li>)}</ul></Notice>}
          {!data.isKnown && <EmptyState icon={ChartColumn} title={t('insight.simulate.unknownTitle')}>{t('insight.simulate.unknownBody')}</EmptyState>}
          {data.isKnown && data.total === 0 && <EmptyState kind="no-match" title={t('automation.simulate.never')}>{t('automation.simulate.neverBody')}</EmptyState>}
          {data.total > 0 && (
            <div className={styles['result']}>
              <MonthChart months={data.months} chosen={month} onChoose={setMonth} />
              <DayChart days={data.days} month={month} from={data.from} to={data.to} />
              <MonthTable months={data.months} total={data.total} chosen={month} onChoose={setMonth} />
              <SimulatedSums workflow={asked.workflow} span={asked.span} total={data.total} owners={data.owners} />
              {month !== null && <SimulatedRecords key={month} workflow={asked.workflow} month={month} from={data.from} to={data.to} onClose={() => setMonth(null)} />}
            </div>
          )}
        </>
      )}
    </div>
  );
}
