import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Flag, Filter, Zap } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/index.js';
import { CodeText, SidePanel } from '../../../ui/index.js';
import { workflowActionsOptions } from '../automation-queries.js';
import type { WorkflowDraft } from '../automation-types.js';
import { describeTrigger } from '../describe-trigger.js';
import { actionIcon } from './action-icons.js';
import { AddStep } from './AddStep.js';
import { ConditionInspector } from './ConditionInspector.js';
import { describeStep } from './describe-step.js';
import { findFormulaProblems } from './find-formula-problems.js';
import { FlowCard } from './FlowCard.js';
import { groupProblems, stepPart, type FlowPart } from './flow-parts.js';
import { StepInspector } from './StepInspector.js';
import { TriggerInspector } from './TriggerInspector.js';
import { insertStep } from './workflow-edits.js';
import styles from './Flow.module.css';

interface FlowEditorProps {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  /** Of the last attempt to save. */
  readonly problems: readonly Problem[];
  readonly notices: ReactNode;
  readonly onChange: (workflow: WorkflowDraft) => void;
}

/** From the trigger down to the end, one card below the other; the card that is open has its settings at the side. */
export function FlowEditor({ workflow, objects, problems, notices, onChange }: FlowEditorProps) {
  const { t, i18n } = useTranslation();
  const [selected, setSelected] = useState<FlowPart | null>(null);
  const { data: actions = [] } = useQuery(workflowActionsOptions);
  const saved = useMemo(() => groupProblems(problems, workflow.steps), [problems, workflow.steps]);
  const typed = useMemo(() => groupProblems(findFormulaProblems(workflow, objects), workflow.steps), [workflow, objects]);
  const countOf = (part: FlowPart) => Math.max(saved.get(part)?.length ?? 0, typed.get(part)?.length ?? 0);
  const toggle = (part: FlowPart) => setSelected(selected === part ? null : part);
  const close = () => {
    // Back to the card that the panel was opened from.
    if (selected) document.getElementById(cardId(selected))?.focus();
    setSelected(null);
  };
  const add = (index: number, action: string) => {
    const inserted = insertStep(workflow, index, action);
    onChange(inserted.workflow);
    setSelected(stepPart(inserted.id));
  };
  const card = (part: FlowPart) => ({ id: cardId(part), problemCount: countOf(part), isSelected: selected === part, onPress: () => toggle(part) });
  const step = workflow.steps.find(({ id }) => selected === stepPart(id));
  const actionOf = (name: string) => actions.find((action) => action.name === name);
  const actionTitle = (name: string) => t(`automation.action.${name}.title`, { defaultValue: actionOf(name)?.title ?? name });

  return (
    <div className={styles['editor']}>
      <div className={styles['canvas']}>
        <div className={styles['notices']}>{notices}</div>
        <ol className={styles['flow']} aria-label={t('automation.flow.label')}>
          <li><FlowCard {...card('trigger')} icon={Zap} hue="trigger" kind={t('automation.flow.when')} title={describeTrigger(workflow.trigger, workflow.object, objects, t, i18n.language)} /></li>
          <li><span className={styles['plain']} /><FlowCard {...card('condition')} icon={Filter} hue="condition" kind={t('automation.flow.onlyIf')}
            title={workflow.when === undefined ? t('automation.condition.always') : t('automation.condition.holds')} {...(workflow.when !== undefined && { details: <CodeText>{workflow.when}</CodeText> })} /></li>
          {workflow.steps.map((one, index) => (
            <li key={one.id}>
              <AddStep index={index} actions={actions} onAdd={(action) => add(index, action)} />
              <FlowCard {...card(stepPart(one.id))} icon={actionIcon(one.action)} hue="step" kind={t('automation.flow.step', { number: index + 1 })}
                title={one.title ?? actionTitle(one.action)} details={describeStep(one, workflow.object, objects, t)} />
            </li>
          ))}
          <li>
            <AddStep index={workflow.steps.length} actions={actions} onAdd={(action) => add(workflow.steps.length, action)} />
            {workflow.steps.length === 0 ? <p className={styles['empty']}>{t('automation.flow.noSteps')}</p> : <span className={styles['end']}><Flag size={13} aria-hidden />{t('automation.flow.end')}</span>}
          </li>
        </ol>
      </div>
      {selected === 'trigger' && <SidePanel title={t('automation.flow.when')} onClose={close}><TriggerInspector workflow={workflow} objects={objects} onChange={onChange} /></SidePanel>}
      {selected === 'condition' && <SidePanel title={t('automation.flow.onlyIf')} onClose={close}><ConditionInspector workflow={workflow} objects={objects} onChange={onChange} /></SidePanel>}
      {step && (
        <SidePanel key={step.id} title={actionTitle(step.action)} onClose={close}>
          <StepInspector workflow={workflow} step={step} action={actionOf(step.action)} objects={objects} problems={saved.get(stepPart(step.id)) ?? []} onChange={onChange} onRemoved={close} />
        </SidePanel>
      )}
    </div>
  );
}

function cardId(part: FlowPart): string {
  return `flow-${part.replace(':', '-')}`;
}
