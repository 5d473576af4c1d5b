import { measureCost, type Cost, type Selection } from '@guanxi/query';
import { refuseCost } from '../run/plan-query.js';
import { limits } from './limits.js';
import { tooCostly } from './too-costly.js';

/** What is looked at of a step. */
export interface CountedStep {
  readonly key: string;
  readonly kind: string;
  readonly object: string;
  readonly arguments: ReadonlyMap<string, { readonly value: unknown }>;
  readonly select: Selection;
}

export interface MutationCost extends Cost {
  readonly written: number;
}

/** What a mutation writes at least and reads at most, known before any SQL is made. Throws `RecordsFailure`. */
export function costOfMutation(steps: readonly CountedStep[]): MutationCost {
  const each = steps.map(costOfStep);
  const written = each.reduce((total, cost) => total + cost.written, 0);
  const records = each.reduce((total, cost) => total + cost.records, 0);
  const depth = each.reduce((deepest, cost) => Math.max(deepest, cost.depth), 0);
  if (written > limits.listLength) throw tooCostly(`The mutation writes ${written} records one by one; at most ${limits.listLength} may be. For more there are imports.`, written, limits.listLength);
  return refuseCost({ written, records, depth });
}

function costOfStep({ key, kind, object, arguments: given, select }: CountedStep): MutationCost {
  if (kind === 'typename') return { written: 0, records: 0, depth: 0 };
  const count = ['data', 'ids', 'from'].reduce((most, name) => Math.max(most, lengthOf(given.get(name)?.value)), 1);
  const { records, depth } = measureCost({ roots: [{ kind: 'several', key, object, ids: { constant: [] }, count, select }] });
  return { written: count, records: select.length > 0 ? records : 0, depth };
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
