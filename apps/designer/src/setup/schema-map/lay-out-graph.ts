import { Graph, layout } from '@dagrejs/dagre';
import type { SchemaGraph } from './build-graph.js';

export interface Place { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export const cardWidth = 216;
const headHeight = 44;
const lineHeight = 22;
/** Further connecting fields of a card are counted, not listed. */
export const mostLines = 6;

export function cardHeight(lines: number): number {
  const shown = Math.min(lines, mostLines) + (lines > mostLines ? 1 : 0);
  return headHeight + (shown > 0 ? shown * lineHeight + 10 : 0);
}

/** Where each card stands, its upper left corner: worked out from the graph alone, so that nothing has to be kept. */
export function layOutGraph({ objects, edges }: SchemaGraph): ReadonlyMap<string, Place> {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'RL', nodesep: 28, ranksep: 84, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { name } of objects) graph.setNode(name, { width: cardWidth, height: cardHeight(new Set(edges.filter(({ from }) => from === name).map(({ field }) => field)).size) });
  for (const { id, from, to } of edges) if (from !== to) graph.setEdge(from, to, {}, id);
  layout(graph);
  return new Map(objects.map(({ name }) => {
    const { x = 0, y = 0, width = cardWidth, height = headHeight } = graph.node(name) as Partial<Place>;
    return [name, { x: x - width / 2, y: y - height / 2, width, height }];
  }));
}

/** The nearest card in the direction of an arrow key. */
export function findNext(places: ReadonlyMap<string, Place>, from: string, key: string): string | null {
  const here = places.get(from);
  const direction = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  if (!here || !direction) return null;
  const [across = 0, down = 0] = direction;
  const ranked = [...places].filter(([name]) => name !== from).flatMap(([name, place]) => {
    const dx = place.x + place.width / 2 - (here.x + here.width / 2);
    const dy = place.y + place.height / 2 - (here.y + here.height / 2);
    const along = dx * across + dy * down;
    const aside = Math.abs(dx * down) + Math.abs(dy * across);
    return along > 1 ? [{ name, cost: along + aside * 2 }] : [];
  });
  return ranked.sort((one, other) => one.cost - other.cost)[0]?.name ?? null;
}
