import type { PlanChange } from '../documents/document-types.js';

export interface ChangeGroup {
  /** API name of the object; null for what belongs to none. */
  readonly object: string | null;
  readonly changes: readonly PlanChange[];
}

/** The changes under the objects they belong to, in the order of the plan; those of no object come last. */
export function groupChanges(changes: readonly PlanChange[]): readonly ChangeGroup[] {
  const groups = new Map<string | null, PlanChange[]>();
  for (const change of changes) {
    const known = groups.get(change.object) ?? [];
    groups.set(change.object, [...known, change]);
  }
  return [...groups].map(([object, own]) => ({ object, changes: own })).sort((left, right) => Number(left.object === null) - Number(right.object === null));
}

/** Nothing is in the way, and nothing needs a word of agreement. */
export function isHarmless(change: PlanChange): boolean {
  return !change.blocking && change.risk !== 'DESTROYING';
}
