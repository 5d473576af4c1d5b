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
import { ConditionInspector } from './ConditionInspector.js';
import { findFormulaProblems } from './find-formula-problems.js';
import { stepsInFlow } from './find-step.js';
import { FlowCard } from './FlowCard.js';
import { groupProblems, stepPart, type FlowPart } from './flow-parts.js';
import { FlowSteps } from './FlowSteps.js';
import { StepInspector } from './StepInspector.js';
import { TriggerInspector } from './TriggerInspector.js';
import { insertStep, type StepList } from './workflow-edits.js';
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
  const placed = useMemo(() => stepsInFlow(workflow, objects), [workflow, objects]);
  const saved = useMemo(() => groupProblems(problems, placed), [problems, placed]);
  const typed = useMemo(() => groupProblems(findFormulaProblems(workflow, placed, objects), placed), [workflow, placed, objects]);
  const countOf = (part: FlowPart) => Math.max(saved.get(part)?.length ?? 0, typed.get(part)?.length ?? 0);
  const toggle = (part: FlowPart) => setSelected(selected === part ? null : part);
  const close = () => {
    // Back to the card that the panel was opened from.
    if (selected) document.getElementById(cardId(selected))?.focus();
    setSelected(null);
  };
  const add = (list: StepList, index: number, action: string) => {
    const inserted = insertStep(workflow, list, index, action);
    onChange(inserted.workflow);
    setSelected(stepPart(inserted.id));
  };
  const card = (part: FlowPart) => ({ id: cardId(part), problemCount: countOf(part), isSelected: selected === part, onPress: () => toggle(part) });
  const open = placed.find(({ step }) => selected === stepPart(step.id));
  const objectOf = new Map(placed.map(({ step, object }) => [step, object]));
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
          <FlowSteps steps={workflow.steps} flow={{ actions, objects, card, titleOf: actionTitle, objectOf: (step) => objectOf.get(step) ?? workflow.object, onAdd: add }} />
          <li>
            {workflow.steps.length === 0 ? <p className={styles['empty']}>{t('automation.flow.noSteps')}</p> : <span className={styles['end']}><Flag size={13} aria-hidden />{t('automation.flow.end')}</span>}
          </li>
        </ol>
      </div>
      {selected === 'trigger' && <SidePanel title={t('automation.flow.when')} onClose={close}><TriggerInspector workflow={workflow} objects={objects} onChange={onChange} /></SidePanel>}
      {selected === 'condition' && <SidePanel title={t('automation.flow.onlyIf')} onClose={close}><ConditionInspector workflow={workflow} objects={objects} onChange={onChange} /></SidePanel>}
      {open && (
        <SidePanel key={open.step.id} title={actionTitle(open.step.action)} onClose={close}>
          <StepInspector workflow={workflow} placed={open} action={actionOf(open.step.action)} objects={objects} problems={saved.get(stepPart(open.step.id)) ?? []} onChange={onChange} onRemoved={close} />
        </SidePanel>
      )}
    </div>
  );
}

function cardId(part: FlowPart): string {
  return `flow-${part.replace(':', '-')}`;
}
