import { stepsOf, type WorkflowStep } from '@guanxi/metadata';
import { stepPaths } from '@guanxi/workflow/designer';
import type { WorkflowDraft } from '../automation-types.js';

/** A list of steps: those of the workflow itself, or those of a way of one of its steps. */
export interface StepList {
  /** Id of the step that the way belongs to; null for the workflow itself. */
  readonly owner: string | null;
  readonly path: string;
}

export const OWN_STEPS: StepList = { owner: null, path: '' };

/** An empty condition is no condition: the workflow then runs on every record. */
export function setCondition(workflow: WorkflowDraft, when: string): WorkflowDraft {
  const { when: _before, ...rest } = workflow;
  return when.trim() === '' ? rest : { ...rest, when };
}

export function insertStep(workflow: WorkflowDraft, list: StepList, index: number, action: string): { readonly workflow: WorkflowDraft; readonly id: string } {
  const id = freeId(action, stepsOf(workflow).map(({ step }) => step.id));
  const added: WorkflowStep = { id, action, input: beginnings[action] ?? {} };
  const insert = (steps: readonly WorkflowStep[]) => steps.toSpliced(index, 0, added);
  if (list.owner === null) return { workflow: { ...workflow, steps: insert(workflow.steps) }, id };
  const steps = editLists(workflow.steps, (all) => all.map((step) => (step.id === list.owner ? { ...step, paths: { ...step.paths, [list.path]: insert(step.paths?.[list.path] ?? []) } } : step)));
  return { workflow: { ...workflow, steps }, id };
}

/** Ways that the step has no longer go, with their steps. */
export function putStep(workflow: WorkflowDraft, step: WorkflowStep): WorkflowDraft {
  const known = stepPaths(step).map(({ name }) => name);
  const kept = Object.entries(step.paths ?? {}).filter(([path]) => known.includes(path));
  const { paths: _before, ...rest } = step;
  const put = kept.length > 0 ? { ...rest, paths: Object.fromEntries(kept) } : rest;
  return { ...workflow, steps: editLists(workflow.steps, (steps) => steps.map((one) => (one.id === step.id ? put : one))) };
}

export function removeStep(workflow: WorkflowDraft, id: string): WorkflowDraft {
  return { ...workflow, steps: editLists(workflow.steps, (steps) => steps.filter((step) => step.id !== id)) };
}

/** Within its list. */
export function moveStep(workflow: WorkflowDraft, id: string, offset: -1 | 1): WorkflowDraft {
  const move = (steps: readonly WorkflowStep[]) => {
    const index = steps.findIndex((step) => step.id === id);
    const step = steps[index];
    return step ? steps.toSpliced(index, 1).toSpliced(Math.max(0, index + offset), 0, step) : steps;
  };
  return { ...workflow, steps: editLists(workflow.steps, move) };
}

/** What a step of some actions begins with. */
const beginnings: Readonly<Record<string, WorkflowStep['input']>> = { branch: { cases: [{ name: 'way1', when: '' }] }, wait: { for: 'P1D' } };

function editLists(steps: readonly WorkflowStep[], edit: (steps: readonly WorkflowStep[]) => readonly WorkflowStep[]): readonly WorkflowStep[] {
  const within = steps.map((step) => (step.paths ? { ...step, paths: Object.fromEntries(Object.entries(step.paths).map(([path, inner]) => [path, editLists(inner, edit)])) } : step));
  return edit(within);
}

function freeId(action: string, taken: readonly string[]): string {
  const stem = action.replaceAll(/([A-Z])/g, '-$1').toLowerCase();
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
