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

/** Names of the secret headers of its steps, each once. */
export function secretHeadersOf({ steps }: Pick<WorkflowDraft, 'steps'>): readonly string[] {
  const all = steps.flatMap((step): readonly string[] => {
    const own = step.action === 'callOut' ? (step.input as { readonly secretHeaders?: unknown }).secretHeaders : undefined;
    return [...(Array.isArray(own) ? own.map((name) => String(name).toLowerCase()) : []), ...Object.values(step.paths ?? {}).flatMap((inner) => secretHeadersOf({ steps: inner }))];
  });
  return [...new Set(all)];
}

function calls({ action, paths = {} }: WorkflowStep): boolean {
  return action === 'callOut' || Object.values(paths).some((steps) => steps.some(calls));
}
