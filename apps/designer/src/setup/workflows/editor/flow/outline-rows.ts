import type { FlowPart } from '../flow-parts.js';
import type { FlowItem, FlowWay } from './flow-items.js';

/** One line of the outline: a step or a way of one, and how deep it stands. */
export interface OutlineRow {
  readonly part: FlowPart;
  /** As `aria-level` counts. */
  readonly level: number;
  readonly parent: FlowPart | null;
  readonly item?: FlowItem;
  readonly way?: FlowWay;
  readonly isOpen: boolean | null;
}

/** The flow line by line; ways that are folded away are left out. */
export function outlineRows(items: readonly FlowItem[], collapsed: ReadonlySet<string>, level = 1, parent: FlowPart | null = null): readonly OutlineRow[] {
  return items.flatMap((item): readonly OutlineRow[] => {
    const isOpen = item.ways.length === 0 ? null : !collapsed.has(item.step.id);
    return [
      { part: item.part, level, parent, item, isOpen },
      ...(isOpen ? item.ways.flatMap((way): readonly OutlineRow[] => [
        { part: way.part, level: level + 1, parent: item.part, way, isOpen: null },
        ...outlineRows(way.items, collapsed, level + 2, way.part),
      ]) : []),
    ];
  });
}
