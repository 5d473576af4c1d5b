import type { WorkflowDocument, WorkflowStep } from '@guanxi/metadata';

type Flow = Pick<WorkflowDocument, 'steps'>;

/**
 * The later steps with those that are gone where they stood, for a drawing of both. A step that went elsewhere is where it is now,
 * also when it came out of one that is gone. Ways of a step that are gone hold their steps no longer.
 */
export function mergeFlows(before: Flow, after: Flow): readonly WorkflowStep[] {
  const kept = new Set(allSteps(after.steps).map(({ id }) => id));
  const old = new Map(allSteps(before.steps).map((step) => [step.id, step]));
  const without = (step: WorkflowStep): WorkflowStep => withPaths(step, (inner) => inner.filter(({ id }) => !kept.has(id)).map(without));
  const merge = (earlier: readonly WorkflowStep[], later: readonly WorkflowStep[]): readonly WorkflowStep[] => {
    const here = new Set(later.map(({ id }) => id));
    const gone = new Map<string, WorkflowStep[]>();
    let last = '';
    for (const step of earlier) {
      if (here.has(step.id)) last = step.id;
      else if (!kept.has(step.id)) gone.set(last, [...(gone.get(last) ?? []), without(step)]);
    }
    return [...(gone.get('') ?? []), ...later.flatMap((step) => [withPaths(step, (inner, path) => merge(old.get(step.id)?.paths?.[path] ?? [], inner)), ...(gone.get(step.id) ?? [])])];
  };
  return merge(before.steps, after.steps);
}

function withPaths(step: WorkflowStep, change: (inner: readonly WorkflowStep[], path: string) => readonly WorkflowStep[]): WorkflowStep {
  if (!step.paths) return step;
  return { ...step, paths: Object.fromEntries(Object.entries(step.paths).map(([path, inner]) => [path, change(inner, path)])) };
}

function allSteps(steps: readonly WorkflowStep[]): readonly WorkflowStep[] {
  return steps.flatMap((step) => [step, ...Object.values(step.paths ?? {}).flatMap(allSteps)]);
}
