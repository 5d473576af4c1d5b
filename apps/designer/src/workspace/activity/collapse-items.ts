import type { TimelineItem } from './timeline-item.js';

/** Some things of one kind that one person, or a machine, did one after the other; or one by itself. */
export type Collapsed = { readonly kind: 'one'; readonly item: TimelineItem } | { readonly kind: 'several'; readonly alike: AlikeKind; readonly items: readonly TimelineItem[] };
export type AlikeKind = 'updated' | 'file' | 'run' | 'mail' | 'task' | 'other';

const fewest = 4;
const longest = 86_400_000;

/** Puts similar events that stand side by side together, where they are many and lie within a day. What people said stays. */
export function collapseItems(items: readonly TimelineItem[]): readonly Collapsed[] {
  const groups: TimelineItem[][] = [];
  for (const item of items) {
    const open = groups.at(-1);
    if (open?.[0] && isAlike(open[0], item)) open.push(item);
    else groups.push([item]);
  }
  return groups.flatMap((group): readonly Collapsed[] => (group.length < fewest || !group[0] ? group.map((item) => ({ kind: 'one', item })) : [{ kind: 'several', alike: alikeKind(group[0]), items: group }]));
}

function isAlike(first: TimelineItem, item: TimelineItem): boolean {
  return first.kind !== 'comment' && alikeKind(first) === alikeKind(item) && (alikeKind(first) !== 'other' || first.kind === item.kind)
    && first.by?.id === item.by?.id && first.source === item.source && Date.parse(first.at) - Date.parse(item.at) < longest;
}

function alikeKind({ kind }: TimelineItem): AlikeKind {
  if (kind.startsWith('file')) return 'file';
  return kind === 'updated' || kind === 'run' || kind === 'mail' || kind === 'task' ? kind : 'other';
}
