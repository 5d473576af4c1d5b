import { isGroup, type FilterGroup, type FilterNode } from './filter-tree.js';

/** Where a node of a tree stands: its index in the tree, in the group there, and so on. */
export type TreePlace = readonly number[];

type Nodes = readonly FilterNode[];

export function replaceAt(nodes: Nodes, [index = 0, ...rest]: TreePlace, next: FilterNode): Nodes {
  return within(nodes, index, rest, (inner, place) => replaceAt(inner, place, next)) ?? nodes.with(index, next);
}

export function removeAt(nodes: Nodes, [index = 0, ...rest]: TreePlace): Nodes {
  return within(nodes, index, rest, removeAt) ?? nodes.toSpliced(index, 1);
}

/** Puts a node behind the one at a place. */
export function insertAfter(nodes: Nodes, [index = 0, ...rest]: TreePlace, next: FilterNode): Nodes {
  return within(nodes, index, rest, (inner, place) => insertAfter(inner, place, next)) ?? nodes.toSpliced(index + 1, 0, next);
}

/** Moves a node by one: over its neighbour, into a group that is its neighbour, or out of its own group. Answers where it is then. */
export function moveBy(nodes: Nodes, place: TreePlace, by: 1 | -1): { readonly nodes: Nodes; readonly place: TreePlace } {
  const node = nodeAt(nodes, place);
  if (!node) return { nodes, place };
  const [around, index] = [place.slice(0, -1), place.at(-1) ?? 0];
  const siblings = around.length === 0 ? nodes : partsOf(nodeAt(nodes, around));
  const neighbour = siblings[index + by];
  const rest = removeAt(nodes, place);
  if (neighbour && isGroup(neighbour) && !isGroup(node)) {
    const into = [...around, by === 1 ? index : index - 1];
    const parts = partsOf(nodeAt(rest, into));
    const at = by === 1 ? 0 : parts.length;
    return { nodes: replaceAt(rest, into, { ...neighbour, parts: parts.toSpliced(at, 0, node) }), place: [...into, at] };
  }
  if (neighbour) return { nodes: putAt(rest, [...around, index + by], node), place: [...around, index + by] };
  if (around.length === 0) return { nodes, place };
  const out = [...around.slice(0, -1), (around.at(-1) ?? 0) + (by === 1 ? 1 : 0)];
  return { nodes: putAt(rest, out, node), place: out };
}

export function nodeAt(nodes: Nodes, [index = 0, ...rest]: TreePlace): FilterNode | undefined {
  const node = nodes[index];
  return rest.length === 0 ? node : nodeAt(partsOf(node), rest);
}

function putAt(nodes: Nodes, [index = 0, ...rest]: TreePlace, next: FilterNode): Nodes {
  return within(nodes, index, rest, (inner, place) => putAt(inner, place, next)) ?? nodes.toSpliced(index, 0, next);
}

function partsOf(node: FilterNode | undefined): Nodes {
  return node && isGroup(node) ? node.parts : [];
}

function within(nodes: Nodes, index: number, rest: TreePlace, change: (inner: Nodes, place: TreePlace) => Nodes): Nodes | undefined {
  const node = nodes[index];
  if (rest.length === 0 || !node || !isGroup(node)) return undefined;
  const group: FilterGroup = { ...node, parts: change(node.parts, rest) };
  return nodes.with(index, group);
}
