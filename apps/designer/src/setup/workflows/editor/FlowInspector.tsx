import type { ObjectDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { ConditionInspector } from './ConditionInspector.js';
import type { useFlowBoard } from './flow/use-flow-board.js';
import { stepPart } from './flow-parts.js';
import { StepInspector } from './StepInspector.js';
import { TriggerInspector } from './triggers/TriggerInspector.js';

interface FlowInspectorProps {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  readonly flow: ReturnType<typeof useFlowBoard>;
  readonly onChange: (workflow: WorkflowDraft) => void;
  readonly onClose: () => void;
  readonly onMove: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** The settings of what is open: the trigger, the condition or a step; of a way those of the step it belongs to. */
export function FlowInspector({ workflow, objects, flow: { board, placed, saved, actions, titleOf }, onChange, onClose, onMove, onRemove }: FlowInspectorProps) {
  const { t } = useTranslation();
  const part = board.wayOf(board.active) ? stepPart(board.wayOf(board.active)?.owner.id ?? '') : board.active;
  if (part === 'trigger') return <SidePanel title={t('automation.flow.when')} onClose={onClose}><TriggerInspector workflow={workflow} objects={objects} problems={saved.get('trigger') ?? []} onChange={onChange} /></SidePanel>;
  if (part === 'condition') return <SidePanel title={t('automation.flow.onlyIf')} onClose={onClose}><ConditionInspector workflow={workflow} objects={objects} onChange={onChange} /></SidePanel>;
  const open = placed.find(({ step }) => part === stepPart(step.id));
  const item = board.itemOf(part);
  if (!open || !item) return null;
  return (
    <SidePanel key={open.step.id} title={titleOf(open.step.action)} description={t('automation.flow.step', { number: item.number })} onClose={onClose}>
      <StepInspector workflow={workflow} placed={open} item={item} action={actions.find(({ name }) => name === open.step.action)} objects={objects} problems={saved.get(part) ?? []} onChange={onChange} onMove={() => onMove(open.step.id)} onRemove={() => onRemove(open.step.id)} />
    </SidePanel>
  );
}
