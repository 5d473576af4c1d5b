import type { JsonValue, OperandShape, OperatorName } from '@guanxi/field-types';
import type { FieldDescription } from '@guanxi/metadata';

/** One row of the filter builder: a field (or the path to one, `customer.city`), a word of the API and what it is compared with. */
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
  contains: 'text', startsWith: 'text', endsWith: 'text', isBlank: 'boolean', within: 'period', includes: 'members', includesAll: 'members', excludes: 'members', among: 'people', onList: 'recordList',
};

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

const startOperands: Readonly<Record<OperandShape, JsonValue>> = { value: null, list: [], members: [], text: '', boolean: true, period: { last: { days: 30 } }, people: 'myTeams', recordList: null };

function isList(shape: OperandShape): boolean {
  return shape === 'list' || shape === 'members';
}
