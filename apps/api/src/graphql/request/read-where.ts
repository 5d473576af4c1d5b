import type { OperatorName } from '@guanxi/field-types';
import { constant, EVERYTHING, type Condition, type Operand } from '@guanxi/query';
import { getNamedType, type GraphQLInputObjectType } from 'graphql';
import { meaningOf, type InputMeaning, type WhereMeaning } from '../schema/meaning.js';
import type { Given } from './given.js';

/** A `where` argument as a condition. What is null is taken as absent, except that `eq: null` asks for blanks. */
export function readWhere(given: Given | undefined, type: GraphQLInputObjectType): Condition {
  if (!given || given.value === null) return EVERYTHING;
  const fields = type.getFields();
  const parts = given.entries().flatMap(([name, part]): Condition[] => {
    const field = fields[name];
    if (!field || part.value === null) return [];
    const meaning = meaningOf<WhereMeaning>(field);
    return READERS[meaning.kind](part, getNamedType(field.type) as GraphQLInputObjectType, meaning);
  });
  return parts.length === 1 && parts[0] ? parts[0] : { and: parts };
}

type ReadPart = (given: Given, type: GraphQLInputObjectType, meaning: WhereMeaning) => Condition[];

const READERS: Record<WhereMeaning['kind'], ReadPart> = {
  and: (given, type) => [{ and: given.items().map((item) => readWhere(item, type)) }],
  or: (given, type) => [{ or: given.items().map((item) => readWhere(item, type)) }],
  not: (given, type) => [{ not: readWhere(given, type) }],
  value: (given, type, meaning) => readFilter(given, type, fieldOf(meaning)),
  formula: (given, _type, meaning) => ('read' in meaning ? [{ formula: meaning.read(String(given.value)) }] : []),
  all: (given, type) => [readWhere(given, type)],
  noneOf: (given, _type, meaning) => {
    const blank: Condition[] = 'fields' in meaning ? meaning.fields.map((field) => ({ field, operator: 'isBlank', operand: constant(true) })) : [];
    return [given.value === true ? { and: blank } : { not: { and: blank } }];
  },
  one: (given, type, meaning) => [{ one: fieldOf(meaning), where: readWhere(given, type) }],
  relation: (given, type, meaning) =>
    given.entries().flatMap(([quantifier, part]) => {
      if (part.value === null) return [];
      const where = readWhere(part, getNamedType(type.getFields()['some']?.type) as GraphQLInputObjectType);
      return [{ relation: 'relation' in meaning ? meaning.relation : '', quantifier: quantifier as 'some' | 'none' | 'every', where }];
    }),
};

function fieldOf(meaning: WhereMeaning): string {
  return 'field' in meaning ? meaning.field : '';
}

function readFilter(given: Given, type: GraphQLInputObjectType, field: string, part?: string): Condition[] {
  return readComparisons(given, type, (name, inner, innerType) => readFilter(inner, innerType, field, name)).map((one) =>
    'operator' in one ? { field, ...(part !== undefined && { part }), ...one } : one,
  );
}

export interface Comparison {
  readonly operator: OperatorName;
  readonly operand: Operand;
}

/** The filter words that are given, and what `readPart` makes of the pieces of the value that stand among them. */
export function readComparisons<Part = never>(
  given: Given,
  type: GraphQLInputObjectType,
  readPart?: (part: string, given: Given, type: GraphQLInputObjectType) => readonly Part[],
): (Comparison | Part)[] {
  const words = type.getFields();
  return given.entries().flatMap(([word, inner]): (Comparison | Part)[] => {
    const known = words[word];
    const { operator, part } = known ? meaningOf<InputMeaning>(known) : {};
    if (known && part !== undefined && readPart) return inner.value === null ? [] : [...readPart(part, inner, getNamedType(known.type) as GraphQLInputObjectType)];
    if (!operator) return [];
    if (inner.value !== null) return [{ operator, operand: inner.operand }];
    if (operator === 'eq') return [{ operator: 'isBlank', operand: constant(true) }];
    return operator === 'ne' ? [{ operator: 'isBlank', operand: constant(false) }] : [];
  });
}
