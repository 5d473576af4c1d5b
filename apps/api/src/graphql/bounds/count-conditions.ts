import type { TypedNode } from '@guanxi/formula';
import type { Condition, GroupField, KeyField, PageField, PageRequest, ReadRequest, SelectedField } from '@guanxi/query';
import { limits } from './limits.js';
import { tooCostly } from './too-costly.js';

/** Refuses filters that would become more SQL than the database should plan. Throws `RecordsFailure`. */
export function refuseManyConditions(request: ReadRequest): void {
  const conditions = countConditions(request);
  if (conditions > limits.conditions) {
    throw tooCostly(`The filters of the query have ${conditions} conditions; at most ${limits.conditions} may be. Lists of values stand in one "in".`, conditions, limits.conditions);
  }
}

function countConditions({ roots }: ReadRequest): number {
  return sum(roots, (root) => ('page' in root ? inPage(root.page) : 'select' in root ? sum(root.select, inField) : 0));
}

function inPage({ where, select }: PageRequest): number {
  return inCondition(where) + sum(select, inPageField);
}

function inPageField(field: PageField): number {
  if (field.kind === 'nodes') return sum(field.select, inField);
  if (field.kind === 'edges') return sum(field.select, (edge) => (edge.kind === 'node' ? sum(edge.select, inField) : 0));
  return field.kind === 'groupBy' ? field.groups.having.length + sum(field.groups.select, inGroupField) : 0;
}

function inGroupField(field: GroupField): number {
  return field.kind === 'key' ? sum(field.select, inKey) : 0;
}

function inKey(field: KeyField): number {
  if (field.kind === 'within') return sum(field.select, inKey);
  return field.kind === 'record' ? sum(field.select, inField) : 0;
}

function inField(field: SelectedField): number {
  if (field.kind === 'page') return inPage(field.page);
  if (field.kind === 'one') return sum(field.select, inField);
  return field.kind === 'union' ? sum(field.select, ({ select }) => sum(select, inField)) : 0;
}

function inCondition(condition: Condition): number {
  if ('and' in condition) return sum(condition.and, inCondition);
  if ('or' in condition) return sum(condition.or, inCondition);
  if ('not' in condition) return 1 + inCondition(condition.not);
  if ('formula' in condition) return inFormula(condition.formula.root);
  return 1 + ('where' in condition ? inCondition(condition.where) : 0);
}

/** What is written out costs nothing, so that a formula of few names over a long list of values stays as cheap as it is. */
function inFormula(node: TypedNode): number {
  if (node.kind === 'literal') return 0;
  return 1 + (node.kind === 'reference' ? 0 : sum(node.arguments, inFormula));
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += count(item);
  return total;
}
