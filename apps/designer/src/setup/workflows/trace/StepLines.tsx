import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { CornerDownRight, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge, classNames, Notice, type BadgeTone } from '../../../ui/index.js';
import { workflowActionsOptions } from '../automation-queries.js';
import { actionIcon } from '../editor/action-icons.js';
import { stepPart } from '../editor/flow-parts.js';
import { TraceValues } from '../runs/TraceValues.js';
import type { NamedId, ToldStep } from './insight-types.js';
import { FailedValues } from './FailedValues.js';
import { traceId } from './TracedFlow.js';
import styles from './Trace.module.css';

interface StepLinesProps {
  readonly label: string;
  readonly steps: readonly ToldStep[];
  readonly objects: readonly ObjectDescription[];
  readonly object: string;
  readonly names?: readonly NamedId[];
  /** A drawing above leads to its lines; the one it stands at is marked. */
  readonly at?: number | null;
  /** Behind the name of a step: what can be done about it. */
  readonly actsOf?: (step: ToldStep) => ReactNode;
  /** Of a step, by its id: its formulas by what they are for, so that a failure is seen with what they came to. `object`: whose fields these are. */
  readonly formulasOf?: (id: string) => { readonly formulas: Readonly<Record<string, unknown>>; readonly object: string };
}

const tones: Readonly<Record<string, BadgeTone>> = { done: 'success', skipped: 'neutral', failed: 'danger', unknown: 'warning', resting: 'warning' };

/** Steps as they were tried or thought through, each with its way, its wait and its values; what stands within a way is set in. */
export function StepLines({ label, steps, objects, object, names = [], at, actsOf, formulasOf }: StepLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: actions = [] } = useQuery(workflowActionsOptions);
  const titleOf = (name: string) => t(`automation.action.${name}.title`, { defaultValue: actions.find((action) => action.name === name)?.title ?? name });
  return (
    <ol className={styles['lines']} aria-label={label}>
      {steps.map((step, index) => {
        const Icon = actionIcon(step.action);
        return (
          <li key={index} className={classNames(styles['line'], at === index && styles['here'])} {...(at !== undefined && steps.findIndex(({ id }) => id === step.id) === index && { id: traceId(stepPart(step.id)), tabIndex: -1 })} {...(at === index && { 'aria-current': 'step' as const })} style={{ marginInlineStart: `${Math.min(step.level, 6) * 18}px` }}>
            <div className={styles['lineHead']}>
              <span className={styles['sign']}><Icon size={14} aria-hidden /></span>
              <strong>{step.title ?? titleOf(step.action)}</strong>
              {step.way !== null && <span className={styles['note']}><CornerDownRight size={13} aria-hidden />{t('insight.step.way', { way: wayLabel(step, t) })}</span>}
              {step.until !== null && <span className={styles['note']}><Hourglass size={13} aria-hidden />{t('insight.step.until', { time: format.dateTime(step.until) })}</span>}
              <span className={styles['when']}>{format.dateTime(step.at)}</span>
              <Badge tone={tones[step.status] ?? 'neutral'}>{t(`insight.status.${step.status}`, { defaultValue: step.status })}</Badge>
              {actsOf?.(step)}
            </div>
            {step.error && <Notice tone="danger">{step.error}</Notice>}
            {step.status === 'unknown' && <p className={styles['muted']}>{t('insight.step.unknown')}</p>}
            {step.status === 'failed' && formulasOf && <FailedValues {...formulasOf(step.id)} values={valuesOf(step.input)} objects={objects} />}
            {!(step.status === 'failed' && formulasOf) && hasValues(step.input) && <TraceValues value={step.input} objects={objects} object={object} names={names} />}
          </li>
        );
      })}
    </ol>
  );
}

/** A branch calls its ways by titles; of others the name says it. */
function wayLabel({ way, output }: ToldStep, t: (key: string, options: { readonly defaultValue: string }) => string): string {
  const took = (output as { readonly took?: unknown } | null)?.took;
  return typeof took === 'string' && took !== 'otherwise' ? took : t(`automation.way.${way ?? ''}`, { defaultValue: way ?? '' });
}

function hasValues(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function valuesOf(input: unknown): Readonly<Record<string, unknown>> {
  const { values } = (input ?? {}) as { readonly values?: Readonly<Record<string, unknown>> };
  return values ?? {};
}
