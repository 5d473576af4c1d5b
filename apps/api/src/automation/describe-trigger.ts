import type { Model, WorkflowDocument } from '@guanxi/metadata';
import { triggerName, workflowTriggers, type TriggerKind, type TriggerName } from '@guanxi/workflow';

/** What sets a workflow off, as a phrase for people; empty where its object is unknown. */
export function describeTrigger({ trigger, object: name }: Pick<WorkflowDocument, 'trigger' | 'object'>, model: Model, locale: string): string {
  const object = model.objectByName.get(name);
  const keyword = triggerName(trigger);
  const kind = Object.hasOwn(workflowTriggers, keyword) ? (workflowTriggers[keyword] as TriggerKind<TriggerName>) : undefined;
  return object && kind ? kind.describe((trigger as Record<string, unknown>)[keyword] as never, object, model, locale) : '';
}
