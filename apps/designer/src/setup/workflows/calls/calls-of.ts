import type { WorkflowStep } from '@guanxi/metadata';
import type { WorkflowDraft } from '../automation-types.js';

/** Whether calls come in for it. */
export function callsIn({ trigger }: Pick<WorkflowDraft, 'trigger'>): boolean {
  return 'webhook' in trigger;
}

/** Whether one of its steps calls another system. */
export function callsOut({ steps }: Pick<WorkflowDraft, 'steps'>): boolean {
  return steps.some(calls);
}

function calls({ action, paths = {} }: WorkflowStep): boolean {
  return action === 'callOut' || Object.values(paths).some((steps) => steps.some(calls));
}
