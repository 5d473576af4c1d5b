import type { Problem } from '../../../api/index.js';
import type { FlowPart } from './flow-parts.js';

/** Something that is wrong with a part of the flow, its path counted from there. */
export interface PlacedProblem {
  readonly part: FlowPart | 'workflow';
  readonly problem: Problem;
}

type Grouped = ReadonlyMap<FlowPart | 'workflow', readonly Problem[]>;

/** All that is wrong, part by part in the order of the flow. What the server said of a part and what is found while it is typed are mostly the same: the longer list stands for both. */
export function listProblems(saved: Grouped, typed: Grouped, order: readonly FlowPart[]): readonly PlacedProblem[] {
  const parts = ['workflow' as const, ...order];
  return parts.flatMap((part) => {
    const [told, found] = [saved.get(part) ?? [], typed.get(part) ?? []];
    return (told.length >= found.length ? told : found).map((problem) => ({ part, problem }));
  });
}
