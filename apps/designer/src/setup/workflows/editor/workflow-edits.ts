import { stepsOf, type WorkflowStep } from '@guanxi/metadata';
import { stepPaths } from '@guanxi/workflow/designer';
import type { WorkflowDraft } from '../automation-types.js';

/** A list of steps: those of the workflow itself, or those of a way of one of its steps. */
export interface StepList {
  /** Id of the step that the way belongs to; null for the workflow itself. */
  readonly owner: string | null;
  readonly path: string;
}

/** Where a step can be put. */
export interface StepPlace {
  readonly list: StepList;
  readonly index: number;
}

export const OWN_STEPS: StepList = { owner: null, path: '' };

export function isSameList(one: StepList, other: StepList): boolean {
  return one.owner === other.owner && one.path === other.path;
}

/** An empty condition is no condition: the workflow then runs on every record. */
export function setCondition(workflow: WorkflowDraft, when: string): WorkflowDraft {
  const { when: _before, ...rest } = workflow;
  return when.trim() === '' ? rest : { ...rest, when };
}

export interface Inserted { readonly workflow: WorkflowDraft; readonly id: string }

export function insertStep(workflow: WorkflowDraft, place: StepPlace, action: string): Inserted {
  const id = freeId(action, idsOf(workflow));
  return { workflow: insertInto(workflow, place, { id, action, input: beginnings[action] ?? {} }), id };
}

/** The step as it was copied, with all its ways; it and the steps in them get ids of their own here. */
export function pasteStep(workflow: WorkflowDraft, place: StepPlace, copied: WorkflowStep): Inserted {
  const taken = [...idsOf(workflow)];
  const renew = (step: WorkflowStep): WorkflowStep => {
    const id = freeId(step.action, taken);
    taken.push(id);
    return { ...step, id, ...(step.paths && { paths: Object.fromEntries(Object.entries(step.paths).map(([path, inner]) => [path, inner.map(renew)])) }) };
  };
  const step = renew(copied);
  return { workflow: insertInto(workflow, place, step), id: step.id };
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

/** Puts a step that was removed back to where it stood, as it was; nothing happens where it is there again. */
export function restoreStep(workflow: WorkflowDraft, place: StepPlace, step: WorkflowStep): WorkflowDraft {
  return idsOf(workflow).includes(step.id) ? workflow : insertInto(workflow, place, step);
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

/** To anywhere but into itself; the index is counted while the step still stands where it was. */
export function moveStepTo(workflow: WorkflowDraft, id: string, { list, index }: StepPlace): WorkflowDraft {
  const step = stepsOf(workflow).find((one) => one.step.id === id)?.step;
  if (!step || idsWithin(step).has(list.owner ?? '')) return workflow;
  const at = stepsIn(workflow, list).findIndex((one) => one.id === id);
  return insertInto(removeStep(workflow, id), { list, index: at >= 0 && at < index ? index - 1 : index }, step);
}

/** The ids of a step and of all steps in its ways. */
export function idsWithin(step: WorkflowStep): ReadonlySet<string> {
  return new Set([step.id, ...Object.values(step.paths ?? {}).flatMap((inner) => inner.flatMap((one) => [...idsWithin(one)]))]);
}

export function stepsIn(workflow: WorkflowDraft, { owner, path }: StepList): readonly WorkflowStep[] {
  if (owner === null) return workflow.steps;
  return stepsOf(workflow).find(({ step }) => step.id === owner)?.step.paths?.[path] ?? [];
}

/** What a step of some actions begins with. */
const beginnings: Readonly<Record<string, WorkflowStep['input']>> = { branch: { cases: [{ name: 'way1', when: '' }] }, wait: { for: 'P1D' } };

function insertInto(workflow: WorkflowDraft, { list, index }: StepPlace, added: WorkflowStep): WorkflowDraft {
  const insert = (steps: readonly WorkflowStep[]) => steps.toSpliced(index, 0, added);
  if (list.owner === null) return { ...workflow, steps: insert(workflow.steps) };
  const steps = editLists(workflow.steps, (all) => all.map((step) => (step.id === list.owner ? { ...step, paths: { ...step.paths, [list.path]: insert(step.paths?.[list.path] ?? []) } } : step)));
  return { ...workflow, steps };
}

function editLists(steps: readonly WorkflowStep[], edit: (steps: readonly WorkflowStep[]) => readonly WorkflowStep[]): readonly WorkflowStep[] {
  const within = steps.map((step) => (step.paths ? { ...step, paths: Object.fromEntries(Object.entries(step.paths).map(([path, inner]) => [path, editLists(inner, edit)])) } : step));
  return edit(within);
}

function idsOf(workflow: WorkflowDraft): readonly string[] {
  return stepsOf(workflow).map(({ step }) => step.id);
}

function freeId(action: string, taken: readonly string[]): string {
  const stem = action.replaceAll(/([A-Z])/g, '-$1').toLowerCase();
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
