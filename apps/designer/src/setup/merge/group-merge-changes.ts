import type { MergeChange } from './merge-types.js';

export interface MergedDocument {
  readonly kind: string;
  readonly name: string;
  /** The whole document comes or goes; otherwise places in it change. */
  readonly event: MergeChange['event'];
  readonly places: readonly MergeChange[];
}

/** What happens to each document, in the order in which it is told. */
export function groupMergeChanges(changes: readonly MergeChange[]): readonly MergedDocument[] {
  const groups = new Map<string, MergeChange[]>();
  for (const change of changes) {
    const key = `${change.kind}:${change.name}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups].map(([key, places]) => {
    const [first] = places as [MergeChange, ...MergeChange[]];
    const isWhole = places.length === 1 && first.path === `/${key}`;
    return { kind: first.kind, name: first.name, event: isWhole ? first.event : 'changed', places: isWhole ? [] : places };
  });
}

/** The place inside its document, without the keywords that say nothing to people: `Priority › title`. */
export function describePlace(path: string): string {
  const parts = path.split('/').slice(2).filter((part) => !['properties', 'property', 'guanxi'].includes(part));
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).join(' › ');
}
