import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { ErrorState, SimpleTable, SkeletonLines } from '../../../ui/index.js';
import { workflowActionsOptions, type Span } from '../automation-queries.js';
import type { WorkflowDraft } from '../automation-types.js';
import { simulatedStepsOptions } from '../trace/insight-queries.js';
import type { SimulatedPerson } from '../trace/insight-types.js';
import styles from './Simulate.module.css';

interface SimulatedSumsProps {
  readonly workflow: WorkflowDraft;
  readonly span: Span;
  readonly total: number;
  readonly owners: readonly SimulatedPerson[];
}

/** What the runs would have come to: each step, the ways of branches, and how it falls to people. */
export function SimulatedSums({ workflow, span, total, owners }: SimulatedSumsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch } = useQuery(simulatedStepsOptions(workflow, span));
  const { data: actions = [] } = useQuery(workflowActionsOptions);
  const titleOf = (name: string) => t(`automation.action.${name}.title`, { defaultValue: actions.find((action) => action.name === name)?.title ?? name });
  const number = (value: number) => (value === 0 ? '–' : format.number(value));
  const people = (label: string, rows: readonly SimulatedPerson[]) => (
    <SimpleTable label={label} rows={rows} rowKey={({ userId, name }) => userId ?? name}
      columns={[
        { id: 'name', header: label, render: ({ name }) => name || t('insight.simulate.nobody') },
        { id: 'count', header: t('automation.simulate.times'), align: 'end', render: ({ count }) => format.number(count) },
      ]} />
  );
  return (
    <>
      <section className={styles['sums']}>
        <h2>{t('insight.simulate.steps')}</h2>
        {isPending && <SkeletonLines count={4} />}
        {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
        {data && (
          <>
            {data.walked < total && <p className={styles['lead']}>{t('insight.simulate.walked', { number: format.number(data.walked), total: format.number(total) })}</p>}
            <SimpleTable label={t('insight.simulate.steps')} rows={data.steps} rowKey={({ id }) => id}
              columns={[
                {
                  id: 'step', header: t('insight.simulate.step'),
                  render: ({ id, title, action, level }) => (
                    <span className={styles['stepCell']} style={{ paddingInlineStart: `${Math.min(level, 6) * 18}px` }}>
                      {title ?? titleOf(action)}
                      {data.ways.filter(({ step }) => step === id).map(({ way, count }) => <span key={way} className={styles['way']}>{t(`automation.way.${way}`, { defaultValue: way })} · {format.number(count)}</span>)}
                    </span>
                  ),
                },
                ...(['done', 'skipped', 'failed', 'unknown'] as const).filter((status) => status === 'done' || data.steps.some((step) => step[status] > 0)).map((status) => ({
                  id: status, header: t(`insight.status.${status}`), align: 'end' as const, render: (step: (typeof data.steps)[number]) => number(step[status]),
                })),
              ]} />
          </>
        )}
      </section>
      <section className={styles['people']}>
        {owners.length > 0 && people(t('insight.simulate.owners'), owners)}
        {data && data.told.length > 0 && people(t('insight.simulate.told'), data.told)}
      </section>
    </>
  );
}
