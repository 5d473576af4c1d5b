import type { JsonValue, OperandShape, OperatorName } from '@guanxi/field-types';
import { valueName, type FieldDescription, type ObjectDescription } from '@guanxi/metadata';
import type { Where } from '../records/record-queries.js';

/** One row of the filter builder: a field, a word of the API and what it is compared with. */
export interface Filter {
  readonly field: string;
  readonly operator: OperatorName;
  readonly operand: JsonValue;
}

/** In the address a filter is `[field, operator, operand]`. */
export type FilterEntry = readonly [field: string, operator: OperatorName, operand: JsonValue];

/** What the operand of each word looks like, and so what draws it. */
export const operandShapes: Readonly<Record<OperatorName, OperandShape>> = {
  eq: 'value', ne: 'value', gt: 'value', gte: 'value', lt: 'value', lte: 'value', in: 'list', notIn: 'list',
  contains: 'text', startsWith: 'text', endsWith: 'text', isBlank: 'boolean', within: 'period', includes: 'members', includesAll: 'members', excludes: 'members',
};

/** Entries of the address that are filters of this object; what is stale or not this person's is left out. */
export function readFilters(object: Pick<ObjectDescription, 'fields'>, entries: unknown): readonly Filter[] {
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown): Filter[] => {
    const [field, operator, operand] = Array.isArray(entry) ? (entry as unknown[]) : [];
    const described = object.fields.find(({ name }) => name === field);
    if (!described || typeof operator !== 'string' || !isWordOf(described, operator) || operand === undefined) return [];
    return [{ field: described.name, operator, operand: operand as JsonValue }];
  });
}

export function writeFilters(filters: readonly Filter[]): readonly FilterEntry[] | undefined {
  return filters.length === 0 ? undefined : filters.map(({ field, operator, operand }) => [field, operator, operand] as const);
}

/** The condition of one filter in the words of the API; undefined while its value is still missing. */
export function whereOfFilter(object: Pick<ObjectDescription, 'fields'>, { field, operator, operand }: Filter): Where | undefined {
  const described = object.fields.find(({ name }) => name === field);
  if (!described || !isComplete({ operator, operand })) return undefined;
  return { [valueName(described)]: { [operator]: operand } };
}

export function isComplete({ operator, operand }: Pick<Filter, 'operator' | 'operand'>): boolean {
  if (isList(operandShapes[operator])) return Array.isArray(operand) && operand.length > 0;
  return operand !== null && operand !== '';
}

/** Words offered for a field; lists of values only where there is a list to choose from. */
export function wordsFor(field: FieldDescription): readonly OperatorName[] {
  return field.operators.filter((word): word is OperatorName => word in operandShapes && (!isList(operandShapes[word as OperatorName]) || field.valueLabels !== undefined));
}

/** What a fresh filter on a field begins with. */
export function startFilter(field: FieldDescription): Filter | undefined {
  const words = wordsFor(field);
  const word = preferredWords.find((candidate) => words.includes(candidate)) ?? words[0];
  return word && { field: field.name, operator: word, operand: startOperand(word) };
}

export function startOperand(operator: OperatorName): JsonValue {
  return startOperands[operandShapes[operator]];
}

const preferredWords: readonly OperatorName[] = ['within', 'in', 'includes', 'contains', 'eq'];

const startOperands: Readonly<Record<OperandShape, JsonValue>> = { value: null, list: [], members: [], text: '', boolean: true, period: { last: { days: 30 } } };

function isList(shape: OperandShape): boolean {
  return shape === 'list' || shape === 'members';
}

function isWordOf(field: FieldDescription, word: string): word is OperatorName {
  return field.operators.includes(word) && word in operandShapes;
}
