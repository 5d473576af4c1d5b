import { constant, EVERYTHING, type Condition } from '@guanxi/query';
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

function readFilter(given: Given, type: GraphQLInputObjectType, field: string): Condition[] {
  const words = type.getFields();
  return given.entries().flatMap(([word, part]): Condition[] => {
    const operator = words[word] && meaningOf<InputMeaning>(words[word]).operator;
    if (!operator) return [];
    if (part.value !== null) return [{ field, operator, operand: part.operand }];
    if (operator === 'eq') return [{ field, operator: 'isBlank', operand: constant(true) }];
    return operator === 'ne' ? [{ field, operator: 'isBlank', operand: constant(false) }] : [];
  });
}
