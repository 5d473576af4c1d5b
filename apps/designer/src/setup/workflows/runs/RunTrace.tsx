import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Check, Filter, X, Zap, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { CodeText, Notice } from '../../../ui/index.js';
import { workflowActionsOptions } from '../automation-queries.js';
import type { Run } from '../automation-types.js';
import { actionIcon } from '../editor/action-icons.js';
import { stepPart } from '../editor/flow-parts.js';
import { traceId } from '../trace/TracedFlow.js';
import { RunAgainButton } from './RunAgainButton.js';
import { RunStatusBadge } from './RunStatusBadge.js';
import { TraceValues } from './TraceValues.js';
import styles from './Runs.module.css';

interface RunTraceProps {
  readonly run: Run;
  readonly objects: readonly ObjectDescription[];
  /** The object of the workflow, for the labels of its fields. */
  readonly object: string | undefined;
}

/** The run as it went: what set it off, what the condition saw, what each step was given and made. */
export function RunTrace({ run, objects, object }: RunTraceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: actions = [] } = useQuery(workflowActionsOptions);
  const titleOf = (name: string) => t(`automation.action.${name}.title`, { defaultValue: actions.find((action) => action.name === name)?.title ?? name });
  return (
    <ol className={styles['trace']} aria-label={t('automation.run.trace')}>
      <TraceItem part="trigger" icon={Zap} tone="trigger" title={t('automation.flow.when')}><TraceValues value={run.trigger} objects={objects} object={object} names={run.names ?? []} /></TraceItem>
      <TraceItem part="condition" icon={Filter} tone="condition" title={t('automation.flow.onlyIf')}>
        {run.conditions.length === 0 ? <p className={styles['muted']}>{t('automation.condition.always')}</p> : (
          <ul className={styles['conditions']}>
            {run.conditions.map((part, index) => (
              <li key={index}>
                {typeof part.value === 'boolean' ? (part.value ? <Check size={14} className={styles['holds']} role="img" aria-label={t('ui.yes')} /> : <X size={14} className={styles['fails']} role="img" aria-label={t('ui.no')} />) : <span className={styles['dot']} aria-hidden />}
                <CodeText>{part.text}</CodeText><span className={styles['muted']}>=</span><span>{part.value === null ? t('ui.diff.blank') : (run.names?.find(({ id }) => id === part.value)?.name ?? String(part.value))}</span>
              </li>
            ))}
          </ul>
        )}
      </TraceItem>
      {run.steps.map((step, index) => (
        <TraceItem key={step.id} part={stepPart(step.id)} icon={actionIcon(step.action)} tone="step" title={`${t('automation.flow.step', { number: index + 1 })} · ${step.title ?? titleOf(step.action)}`}
          end={(
            <span className={styles['facts']}>
              {step.startedAt && step.finishedAt && format.duration(Math.max(0, Date.parse(step.finishedAt) - Date.parse(step.startedAt)))}
              {step.attempts > 1 && ` · ${t('automation.run.attempts', { count: step.attempts })}`}
              <RunStatusBadge status={step.status} />
              <RunAgainButton run={run} step={step} title={step.title ?? titleOf(step.action)} />
            </span>
          )}>
          {step.error && <Notice tone="danger">{step.error}</Notice>}
          {step.input !== null && <Part title={t('automation.run.input')}><TraceValues value={step.input} objects={objects} object={object} names={run.names ?? []} /></Part>}
          {step.output !== null && <Part title={t('automation.run.output')}><TraceValues value={step.output} objects={objects} object={object} names={run.names ?? []} /></Part>}
        </TraceItem>
      ))}
    </ol>
  );
}

function TraceItem({ part, icon: Icon, tone, title, end, children }: { readonly part: string; readonly icon: LucideIcon; readonly tone: 'trigger' | 'condition' | 'step'; readonly title: string; readonly end?: ReactNode; readonly children: ReactNode }) {
  return (
    <li id={traceId(part)} tabIndex={-1} className={styles['item']}>
      <span className={`${styles['sign']} ${styles[tone]}`}><Icon size={15} aria-hidden /></span>
      <div className={styles['itemBody']}>
        <div className={styles['itemHead']}><h2>{title}</h2>{end}</div>
        {children}
      </div>
    </li>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section className={styles['part']}><h3>{title}</h3>{children}</section>;
}
