import type { FlowPart } from '../flow-parts.js';
import type { FlowItem, FlowWay } from './flow-items.js';

export interface FlowToWalk {
  readonly items: readonly FlowItem[];
  /** Ids of steps whose ways are folded away. */
  readonly collapsed: ReadonlySet<string>;
}

type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

/** Where an arrow key leads on the canvas: down and up along a way, left and right from one way to the next. Null where it leads nowhere. */
export function walkFlow(flow: FlowToWalk, from: FlowPart, key: string): FlowPart | null {
  if (!isDirection(key)) return null;
  const [first] = flow.items;
  const last = flow.items.at(-1);
  if (key === 'Home') return 'trigger';
  if (key === 'End') return last?.part ?? 'condition';
  if (from === 'trigger') return key === 'ArrowDown' ? 'condition' : null;
  if (from === 'condition') return key === 'ArrowUp' ? 'trigger' : key === 'ArrowDown' ? first?.part ?? null : null;
  const place = findPlace(flow.items, from, null);
  return place && moves[key](flow, place);
}

interface Place {
  readonly way: FlowWay | null;
  /** The step whose way it is in, where it stands itself. */
  readonly owner: Place | null;
  readonly items: readonly FlowItem[];
  readonly item: FlowItem | null;
}

const moves: Readonly<Record<Exclude<Direction, 'Home' | 'End'>, (flow: FlowToWalk, place: Place) => FlowPart | null>> = {
  ArrowDown: (flow, place) => {
    const { item } = place;
    if (!item) return place.items[0]?.part ?? behind(place.owner);
    const [way] = flow.collapsed.has(item.step.id) ? [] : item.ways;
    return way?.part ?? behind(place);
  },
  ArrowUp: (_, { item, items, way, owner }) => {
    if (!item) return owner?.item?.part ?? null;
    return items[items.indexOf(item) - 1]?.part ?? way?.part ?? 'condition';
  },
  ArrowLeft: (_, place) => beside(place, -1),
  ArrowRight: (flow, place) => {
    const { item } = place;
    return beside(place, 1) ?? (item && !flow.collapsed.has(item.step.id) ? item.ways[0]?.part ?? null : null);
  },
};

/** The step that comes next when the way is at its end. */
function behind(place: Place | null): FlowPart | null {
  if (!place) return null;
  const next = place.item ? place.items[place.items.indexOf(place.item) + 1] : undefined;
  return next?.part ?? behind(place.owner);
}

function beside({ way, owner, items, item }: Place, offset: -1 | 1): FlowPart | null {
  if (!way || !owner?.item) return null;
  const ways = owner.item.ways;
  const other = ways[ways.findIndex(({ part }) => part === way.part) + offset];
  if (!other) return null;
  if (!item) return other.part;
  return other.items[Math.min(items.indexOf(item), other.items.length - 1)]?.part ?? other.part;
}

function findPlace(items: readonly FlowItem[], part: FlowPart, owner: Place | null, way: FlowWay | null = null): Place | null {
  for (const item of items) {
    const place: Place = { way, owner, items, item };
    if (item.part === part) return place;
    for (const inner of item.ways) {
      const found = inner.part === part ? { way: inner, owner: place, items: inner.items, item: null } : findPlace(inner.items, part, place, inner);
      if (found) return found;
    }
  }
  return null;
}

function isDirection(key: string): key is Direction {
  return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key);
}
