import { translate, type ObjectDescription } from '@guanxi/metadata';
import { compareWorkflows, type PartDifference, type StepDifference } from '@guanxi/workflow/designer';
import { useQuery } from '@tanstack/react-query';
import { Equal } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, classNames, CodeText, Diff, EmptyState } from '../../../ui/index.js';
import { showJson } from '../../merge/show-json.js';
import { workflowActionsOptions } from '../automation-queries.js';
import type { WorkflowDraft } from '../automation-types.js';
import { actionIcon } from '../editor/action-icons.js';
import { useTriggerTexts } from '../trigger-texts.js';
import { stepPart } from '../editor/flow-parts.js';
import { changeSigns } from './change-signs.js';
import { ComparedFlow, differenceId } from './ComparedFlow.js';
import styles from './Versions.module.css';

interface ComparedVersionsProps {
  readonly before: WorkflowDraft;
  readonly after: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
}

const counted = ['added', 'changed', 'moved', 'removed'] as const;

/** What is different in one version from another: in a line of numbers, by settings, and step by step. */
export function ComparedVersions({ before, after, objects }: ComparedVersionsProps) {
  const { t } = useTranslation();
  const comparison = useMemo(() => compareWorkflows(before, after), [before, after]);
  const { parts, steps } = comparison;
  const counts = counted.map((event) => ({ event, count: steps.filter((step) => step.event === event).length })).filter(({ count }) => count > 0);
  if (parts.length === 0 && counts.length === 0) return <EmptyState icon={Equal} title={t('flow.versions.same')}>{t('flow.versions.sameBody')}</EmptyState>;
  return (
    <div className={styles['result']}>
      <p className={styles['summary']}>
        {parts.length > 0 && <Badge tone="info">{t('flow.versions.summary.parts', { count: parts.length })}</Badge>}
        {counts.map(({ event, count }) => <Badge key={event} tone={changeSigns[event].tone}>{t(`flow.versions.summary.${event}`, { count })}</Badge>)}
      </p>
      <ComparedFlow key={`${JSON.stringify(before)}${JSON.stringify(after)}`} before={before} after={after} comparison={comparison} objects={objects} />
      {parts.length > 0 && (
        <section aria-label={t('flow.versions.settings')}>
          <h3 className={styles['section']}>{t('flow.versions.settings')}</h3>
          <dl className={styles['parts']}>{parts.map((part) => <Part key={part.part} difference={part} before={before} after={after} objects={objects} />)}</dl>
        </section>
      )}
      {steps.length > 0 && (
        <section aria-label={t('flow.versions.steps')}>
          <h3 className={styles['section']}>{t('flow.versions.steps')}</h3>
          <ol className={styles['steps']}>{steps.map((step) => <Step key={`${step.event}-${step.id}`} difference={step} />)}</ol>
        </section>
      )}
    </div>
  );
}

function Part({ difference: { part, before: from, after: to }, before, after, objects }: ComparedVersionsProps & { readonly difference: PartDifference }) {
  const { t } = useTranslation();
  const [triggerBefore, triggerAfter] = useTriggerTexts([before, after]);
  const titleOf = (name: unknown) => objects.find((object) => object.name === name)?.label ?? showJson(name);
  const said = part === 'trigger' ? { from: triggerBefore, to: triggerAfter } : part === 'object' ? { from: titleOf(from), to: titleOf(to) } : { from: showJson(from), to: showJson(to) };
  return (
    <div className={styles['part']} {...(part === 'trigger' ? { id: differenceId('trigger'), tabIndex: -1 } : part === 'when' ? { id: differenceId('condition'), tabIndex: -1 } : {})}>
      <dt>{t(`flow.versions.part.${part}`)}</dt>
      <dd className={classNames(part === 'when' && styles['code'])}><Diff before={said.from} after={said.to} />{part === 'trigger' && said.from === said.to && <CodeText>{JSON.stringify(to)}</CodeText>}</dd>
    </div>
  );
}

function Step({ difference: { event, depth, before, after, values, isMoved } }: { readonly difference: StepDifference }) {
  const { t, i18n } = useTranslation();
  const { data: actions = [] } = useQuery(workflowActionsOptions);
  const step = after ?? before;
  if (!step) return null;
  const titleOf = (action: string) => t(`automation.action.${action}.title`, { defaultValue: actions.find(({ name }) => name === action)?.title ?? action });
  const Sign = changeSigns[event].icon;
  const Icon = actionIcon(step.action);
  const labelOf = (name: string) => { const [, key] = name.split('.'); return key === undefined ? t(`flow.versions.value.${name}`) : t(`automation.input.${key}.title`, { defaultValue: key }); };
  return (
    <li id={differenceId(stepPart(step.id))} tabIndex={-1} className={classNames(styles['step'], styles[event])} style={{ marginInlineStart: depth * 24 }}>
      <span className={styles['mark']} aria-hidden><Sign size={13} /></span>
      <span className={styles['stepWords']}>
        <span className={styles['line']}>
          <Icon size={15} aria-hidden className={styles['icon']} /><span className={styles['stepTitle']}>{step.title === undefined ? titleOf(step.action) : translate(step.title, step.titles, i18n.language)}</span>
          {event !== 'same' && <Badge tone={changeSigns[event].tone}>{t(`flow.versions.event.${event}`)}</Badge>}
          {isMoved && event === 'changed' && <Badge tone={changeSigns.moved.tone}>{t('flow.versions.event.moved')}</Badge>}
        </span>
        {values.length > 0 && (
          <dl className={styles['values']}>
            {values.map(({ name, before: from, after: to }) => <div key={name} className={styles['value']}><dt>{labelOf(name)}</dt><dd><Diff before={name === 'action' ? titleOf(showJson(from)) : showJson(from)} after={name === 'action' ? titleOf(showJson(to)) : showJson(to)} /></dd></div>)}
          </dl>
        )}
      </span>
    </li>
  );
}
