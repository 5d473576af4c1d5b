import { stepsOf } from '@guanxi/metadata';
import type { WorkflowDraft } from '../automation-types.js';

/** The formulas of a step, and the object whose fields they are for: the one it names, else the workflow's. */
export function stepFormulas(workflow: WorkflowDraft, id: string): { readonly formulas: Readonly<Record<string, unknown>>; readonly object: string } {
  const input = stepsOf(workflow).find(({ step }) => step.id === id)?.step.input ?? {};
  const { values, object } = input as { readonly values?: unknown; readonly object?: unknown };
  const own = typeof values === 'object' && values !== null ? (values as Readonly<Record<string, unknown>>) : input;
  return { formulas: own, object: typeof object === 'string' ? object : workflow.object };
}
