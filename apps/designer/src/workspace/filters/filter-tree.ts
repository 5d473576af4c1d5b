import type { JsonValue, OperatorName } from '@guanxi/field-types';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import type { Where } from '../records/record-queries.js';
import { isComplete, operandShapes, type Filter, type FilterEntry } from './filter.js';
import { findPath, type Objects } from './filter-path.js';

/** Filters of which all have to hold, or any. */
export interface FilterGroup {
  readonly any: boolean;
  readonly parts: readonly FilterNode[];
}

/** A formula that has to hold. One that is not right yet stands here as an empty text. */
export interface FilterFormula {
  readonly formula: string;
}

export type FilterNode = Filter | FilterGroup | FilterFormula;

/** In the address a group is `{ any: […] }` or `{ all: […] }`, a formula `{ formula: "…" }`. */
export type TreeEntry = FilterEntry | FilterFormula | { readonly any: readonly TreeEntry[] } | { readonly all: readonly TreeEntry[] };

export interface ReadTree {
  readonly nodes: readonly FilterNode[];
  /** Entries about fields that are gone, or not this person's. */
  readonly dropped: number;
}

const deepest = 6;

export function isGroup(node: FilterNode): node is FilterGroup {
  return 'parts' in node;
}

export function isFormula(node: FilterNode): node is FilterFormula {
  return 'formula' in node;
}

/** Reads the entries of an address; what is stale or not this person's is counted and left out. */
export function readTree(workspace: Objects, object: ObjectDescription, entries: unknown, depth = 0): ReadTree {
  if (!Array.isArray(entries)) return { nodes: [], dropped: 0 };
  let dropped = 0;
  const nodes = entries.flatMap((entry: unknown): FilterNode[] => {
    const formula = formulaIn(entry);
    if (formula !== undefined) return [{ formula }];
    const group = groupIn(entry);
    if (group && depth < deepest) {
      const inner = readTree(workspace, object, group.entries, depth + 1);
      dropped += inner.dropped;
      return [{ any: group.any, parts: inner.nodes }];
    }
    const [path, operator, operand] = Array.isArray(entry) ? (entry as unknown[]) : [];
    const field = typeof path === 'string' ? findPath(workspace, object, path)?.field : undefined;
    if (!field || typeof path !== 'string' || typeof operator !== 'string' || !isWordOf(field, operator) || operand === undefined) {
      dropped += 1;
      return [];
    }
    return [{ field: path, operator, operand: operand as JsonValue }];
  });
  return { nodes, dropped };
}

export function writeTree(nodes: readonly FilterNode[]): readonly TreeEntry[] {
  return nodes.map((node): TreeEntry => {
    if (isFormula(node)) return { formula: node.formula };
    if (!isGroup(node)) return [node.field, node.operator, node.operand];
    return node.any ? { any: writeTree(node.parts) } : { all: writeTree(node.parts) };
  });
}

/** The condition as view documents have it; what is not complete yet asks for nothing. */
export function conditionOfTree(workspace: Objects, object: ObjectDescription, nodes: readonly FilterNode[], any = false): Where | undefined {
  const parts = nodes.flatMap((node): Where[] => {
    const part = conditionOfNode(workspace, object, node);
    return part ? [part] : [];
  });
  if (parts.length <= 1) return parts[0];
  if (any) return { OR: parts };
  const keys = parts.flatMap((part) => Object.keys(part));
  return new Set(keys).size === keys.length && !keys.some((key) => joining.includes(key)) ? Object.assign({}, ...parts) as Where : { AND: parts };
}

function conditionOfNode(workspace: Objects, object: ObjectDescription, node: FilterNode): Where | undefined {
  if (isFormula(node)) return node.formula === '' ? undefined : { FORMULA: node.formula };
  return isGroup(node) ? conditionOfTree(workspace, object, node.parts, node.any) : conditionOfFilter(workspace, object, node);
}

/** A view's condition as filters; undefined where it says more than they can. */
export function treeOfCondition(workspace: Objects, object: ObjectDescription, where: Where | undefined, path: readonly string[] = []): readonly FilterNode[] | undefined {
  const nodes: FilterNode[] = [];
  for (const [key, inner] of Object.entries(where ?? {})) {
    if (key === 'FORMULA' && typeof inner === 'string' && path.length === 0) {
      nodes.push({ formula: inner });
      continue;
    }
    const found = key === 'AND' || key === 'OR' ? joined(workspace, object, inner as readonly Where[], key === 'OR', path) : one(workspace, object, [...path, key], inner as Where);
    if (!found) return undefined;
    nodes.push(...found);
  }
  return nodes;
}

/** The texts of all formulas, those in groups as well. */
export function formulasIn(nodes: readonly FilterNode[]): readonly string[] {
  return nodes.flatMap((node) => (isGroup(node) ? formulasIn(node.parts) : isFormula(node) && node.formula !== '' ? [node.formula] : []));
}

/** As if the formulas were not finished: they ask for nothing. */
export function withoutFormulas(nodes: readonly FilterNode[], broken: readonly string[]): readonly FilterNode[] {
  if (broken.length === 0) return nodes;
  return nodes.map((node) => (isGroup(node) ? { ...node, parts: withoutFormulas(node.parts, broken) } : isFormula(node) && broken.includes(node.formula) ? { formula: '' } : node));
}

export function countIncomplete(nodes: readonly FilterNode[]): number {
  return nodes.reduce((sum, node) => sum + (isGroup(node) ? countIncomplete(node.parts) : Number(isFormula(node) ? node.formula === '' : !isComplete(node))), 0);
}

const joining: readonly string[] = ['AND', 'OR', 'NOT'];

function joined(workspace: Objects, object: ObjectDescription, parts: readonly Where[], any: boolean, path: readonly string[]): readonly FilterNode[] | undefined {
  const nodes: FilterNode[] = [];
  for (const part of parts) {
    const found = treeOfCondition(workspace, object, part, path);
    if (!found) return undefined;
    // Of several conditions in one part of an OR all have to hold.
    nodes.push(...(any && found.length > 1 ? [{ any: false, parts: found }] : found));
  }
  return any ? [{ any: true, parts: nodes }] : nodes;
}

function one(workspace: Objects, object: ObjectDescription, path: readonly string[], inner: Where): readonly FilterNode[] | undefined {
  const found = findPath(workspace, object, path.join('.'));
  const words = Object.entries(inner ?? {});
  if (found?.field && words.length > 0 && words.every(([word]) => isWordOf(found.field as FieldDescription, word))) {
    return words.map(([word, operand]) => ({ field: path.join('.'), operator: word as OperatorName, operand: operand as JsonValue }));
  }
  if (found?.isMany && words.length === 1 && 'some' in inner) return soleCondition(treeOfCondition(workspace, object, inner['some'] as Where, path));
  return found?.object ? treeOfCondition(workspace, object, inner, path) : undefined;
}

/** Two conditions on one related record are not the same as two filters, each of which some record may meet. */
function soleCondition(nodes: readonly FilterNode[] | undefined): readonly FilterNode[] | undefined {
  return nodes?.length === 1 ? nodes : undefined;
}

function conditionOfFilter(workspace: Objects, object: ObjectDescription, filter: Filter): Where | undefined {
  if (!isComplete(filter)) return undefined;
  const steps = filter.field.split('.');
  const last: Where = { [steps.at(-1) ?? '']: { [filter.operator]: filter.operand } };
  return steps.slice(0, -1).reduceRight((inner: Where, step, index): Where => {
    const isMany = findPath(workspace, object, steps.slice(0, index + 1).join('.'))?.isMany === true;
    return { [step]: isMany ? { some: inner } : inner };
  }, last);
}

function formulaIn(entry: unknown): string | undefined {
  const { formula } = (typeof entry === 'object' && entry !== null ? entry : {}) as { readonly formula?: unknown };
  return typeof formula === 'string' ? formula : undefined;
}

function groupIn(entry: unknown): { readonly any: boolean; readonly entries: unknown } | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return undefined;
  const { any, all } = entry as Readonly<Record<string, unknown>>;
  return any === undefined && all === undefined ? undefined : { any: any !== undefined, entries: any ?? all };
}

function isWordOf(field: FieldDescription, word: string): word is OperatorName {
  return field.operators.includes(word) && Object.hasOwn(operandShapes, word);
}

