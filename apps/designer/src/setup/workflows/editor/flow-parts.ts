import type { Problem } from '../../../api/index.js';

/** A card of the flow: `trigger`, `condition`, or the id of a step. */
export type FlowPart = 'trigger' | 'condition' | `step:${string}`;

export function stepPart(id: string): FlowPart {
  return `step:${id}`;
}

/** Problems of the server by the card they belong to, their paths counted from there; what fits no card is under `workflow`. */
export function groupProblems(problems: readonly Problem[], steps: readonly { readonly id: string }[]): ReadonlyMap<FlowPart | 'workflow', readonly Problem[]> {
  const groups = new Map<FlowPart | 'workflow', Problem[]>();
  for (const problem of problems) {
    const { part, path } = findPart(problem.path.replace(/^\/(\d+|workflow:[^/]*)(?=\/|$)/, ''), steps);
    groups.set(part, [...(groups.get(part) ?? []), { ...problem, path }]);
  }
  return groups;
}

function findPart(path: string, steps: readonly { readonly id: string }[]): { readonly part: FlowPart | 'workflow'; readonly path: string } {
  const [, head, index, ...rest] = path.split('/');
  if (head === 'trigger') return { part: 'trigger', path };
  if (head === 'when') return { part: 'condition', path };
  const step = head === 'steps' ? steps[Number(index)] : undefined;
  return step ? { part: stepPart(step.id), path: rest.map((part) => `/${part}`).join('') } : { part: 'workflow', path };
}
