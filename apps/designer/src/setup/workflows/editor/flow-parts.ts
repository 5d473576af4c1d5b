import type { Problem } from '../../../api/index.js';

/** A place of the flow that can be gone to: `trigger`, `condition`, a step by its id, or one of its ways. */
export type FlowPart = 'trigger' | 'condition' | `step:${string}` | `way:${string}/${string}`;

export function stepPart(id: string): FlowPart {
  return `step:${id}`;
}

export function wayPart(owner: string, path: string): FlowPart {
  return `way:${owner}/${path}`;
}

interface PlacedCard {
  readonly step: { readonly id: string };
  /** `/steps/1/paths/yes/0`. */
  readonly pointer: string;
}

/** Problems of the server by the card they belong to, their paths counted from there; what fits no card is under `workflow`. */
export function groupProblems(problems: readonly Problem[], steps: readonly PlacedCard[]): ReadonlyMap<FlowPart | 'workflow', readonly Problem[]> {
  const groups = new Map<FlowPart | 'workflow', Problem[]>();
  for (const problem of problems) {
    const { part, path } = findPart(problem.path.replace(/^\/(\d+|workflow:[^/]*)(?=\/|$)/, ''), steps);
    groups.set(part, [...(groups.get(part) ?? []), { ...problem, path }]);
  }
  return groups;
}

function findPart(path: string, steps: readonly PlacedCard[]): { readonly part: FlowPart | 'workflow'; readonly path: string } {
  if (/^\/trigger(\/|$)/.test(path)) return { part: 'trigger', path };
  if (/^\/when(\/|$)/.test(path)) return { part: 'condition', path };
  // Of a step and the one whose way it stands in, the inner one.
  const found = steps.filter(({ pointer }) => path === pointer || path.startsWith(`${pointer}/`)).at(-1);
  return found ? { part: stepPart(found.step.id), path: path.slice(found.pointer.length) } : { part: 'workflow', path };
}
