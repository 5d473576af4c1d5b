import type { WorkflowStep } from '@guanxi/metadata';
import type { WorkflowDraft } from '../automation-types.js';

/** An empty condition is no condition: the workflow then runs on every record. */
export function setCondition(workflow: WorkflowDraft, when: string): WorkflowDraft {
  const { when: _before, ...rest } = workflow;
  return when.trim() === '' ? rest : { ...rest, when };
}

export function insertStep(workflow: WorkflowDraft, index: number, action: string): { readonly workflow: WorkflowDraft; readonly id: string } {
  const id = freeId(action, workflow.steps.map((step) => step.id));
  const steps = [...workflow.steps];
  steps.splice(index, 0, { id, action, input: {} });
  return { workflow: { ...workflow, steps }, id };
}

export function putStep(workflow: WorkflowDraft, step: WorkflowStep): WorkflowDraft {
  return { ...workflow, steps: workflow.steps.map((one) => (one.id === step.id ? step : one)) };
}

export function removeStep(workflow: WorkflowDraft, id: string): WorkflowDraft {
  return { ...workflow, steps: workflow.steps.filter((step) => step.id !== id) };
}

export function moveStep(workflow: WorkflowDraft, id: string, offset: -1 | 1): WorkflowDraft {
  const index = workflow.steps.findIndex((step) => step.id === id);
  const step = workflow.steps[index];
  const steps = workflow.steps.filter((one) => one.id !== id);
  if (step) steps.splice(Math.max(0, index + offset), 0, step);
  return { ...workflow, steps };
}

function freeId(action: string, taken: readonly string[]): string {
  const stem = action.replaceAll(/([A-Z])/g, '-$1').toLowerCase();
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
