import { fieldTypes, operators, type FieldType, type FieldTypeName, type OperandShape, type OperatorName } from '@guanxi/field-types';
import { GraphQLBoolean, GraphQLEnumType, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLString, type GraphQLInputType } from 'graphql';
import { means } from './meaning.js';
import { scalars } from './scalars.js';

const span = new GraphQLInputObjectType({
  name: 'PeriodSpan',
  description: 'A length in whole calendar units: exactly one of them.',
  isOneOf: true,
  fields: { days: { type: GraphQLInt }, weeks: { type: GraphQLInt }, months: { type: GraphQLInt }, years: { type: GraphQLInt } },
});

const unit = new GraphQLEnumType({ name: 'CalendarUnit', values: { day: {}, week: {}, month: {}, quarter: {}, year: {} } });

const period = new GraphQLInputObjectType({
  name: 'Period',
  description: 'A period that moves with the calendar of the person who asks. "last" ends with today, "next" begins with it.',
  isOneOf: true,
  fields: { last: { type: span }, next: { type: span }, this: { type: unit } },
});

const OPERANDS: Record<OperandShape, (kind: FieldType) => GraphQLInputType> = {
  value: (kind) => (kind.list ? listOf(kind) : scalars[kind.scalar]),
  list: listOf,
  members: listOf,
  text: () => GraphQLString,
  boolean: () => GraphQLBoolean,
  period: () => period,
};

function listOf(kind: FieldType): GraphQLInputType {
  return new GraphQLList(new GraphQLNonNull(scalars[kind.scalar]));
}

function makeFilter(kind: FieldType): GraphQLInputObjectType {
  const words = kind.operators.map((name: OperatorName) => [name, { type: OPERANDS[operators[name].operand](kind), ...means({ operator: name }) }] as const);
  return new GraphQLInputObjectType({ name: `${kind.name.charAt(0).toUpperCase()}${kind.name.slice(1)}Filter`, fields: Object.fromEntries(words) });
}

/** The filter words of each kind of field; several words in one filter must all hold. */
export const filters = Object.fromEntries(Object.values(fieldTypes).map((kind) => [kind.name, makeFilter(kind)])) as Record<FieldTypeName, GraphQLInputObjectType>;
