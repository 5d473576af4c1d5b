import { fieldTypes, operators, type FieldType, type FieldTypeName, type OperandShape, type OperatorName, type ScalarName } from '@guanxi/field-types';
import { GraphQLBoolean, GraphQLEnumType, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLString, type GraphQLInputType } from 'graphql';
import { means } from './meaning.js';
import { scalars } from './scalars.js';

const span = new GraphQLInputObjectType({
  name: 'PeriodSpanFilter',
  description: 'A length in whole calendar units: exactly one of them.',
  isOneOf: true,
  fields: { days: { type: GraphQLInt }, weeks: { type: GraphQLInt }, months: { type: GraphQLInt }, quarters: { type: GraphQLInt }, years: { type: GraphQLInt } },
});

export const calendarUnit = new GraphQLEnumType({ name: 'CalendarUnit', values: { day: {}, week: {}, month: {}, quarter: {}, year: {} } });

const period = new GraphQLInputObjectType({
  // No object of an org is called so: names of objects do not end in "Filter".
  name: 'PeriodFilter',
  description: 'A period that moves with the calendar of the person who asks. "last" ends with today, "next" begins with it; the others are whole units: yesterday is the previous day.',
  isOneOf: true,
  fields: { last: { type: span }, next: { type: span }, this: { type: calendarUnit }, previous: { type: calendarUnit }, following: { type: calendarUnit } },
});

const people = new GraphQLEnumType({
  name: 'PeopleFilter',
  description: 'People around the person who asks, who is one of them.',
  values: { myTeams: { description: 'The members of teams that the person belongs to.' }, belowMe: { description: 'The people below the person in the tree of roles.' } },
});

const OPERANDS: Record<OperandShape, (kind: Pick<FieldType, 'scalar' | 'list'>) => GraphQLInputType> = {
  value: (kind) => (kind.list ? listOf(kind) : scalars[kind.scalar]),
  list: listOf,
  members: listOf,
  text: () => GraphQLString,
  boolean: () => GraphQLBoolean,
  period: () => period,
  people: () => people,
  recordList: () => scalars.ID,
};

function listOf(kind: Pick<FieldType, 'scalar'>): GraphQLInputType {
  return new GraphQLList(new GraphQLNonNull(scalars[kind.scalar]));
}

function makeFilter(kind: FieldType): GraphQLInputObjectType {
  const words = kind.operators.map((name) => filterWord(name, kind));
  const parts = Object.entries(kind.parts ?? {}).map(([part, { scalar, operators: names }]) => [part, { type: partFilter(scalar, names), ...means({ part }) }] as const);
  return new GraphQLInputObjectType({ name: `${kind.name.charAt(0).toUpperCase()}${kind.name.slice(1)}Filter`, fields: Object.fromEntries([...words, ...parts]) });
}

function filterWord(name: OperatorName, kind: Pick<FieldType, 'scalar' | 'list'>) {
  return [name, { type: OPERANDS[operators[name].operand](kind), ...means({ operator: name }) }] as const;
}

const partFilters = new Map<string, GraphQLInputObjectType>();

/** The filter of a piece of a value: pieces that are alike share it. */
function partFilter(scalar: ScalarName, names: readonly OperatorName[]): GraphQLInputObjectType {
  const key = JSON.stringify([scalar, names]);
  const alike = [...partFilters.keys()].filter((known) => known.startsWith(`["${scalar}"`)).length;
  const made = partFilters.get(key) ?? new GraphQLInputObjectType({
    name: `${scalar}PartFilter${alike === 0 ? '' : alike + 1}`,
    fields: Object.fromEntries(names.map((name) => filterWord(name, { scalar }))),
  });
  partFilters.set(key, made);
  return made;
}

/** The filter words of each kind of field; several words in one filter must all hold. */
export const filters = Object.fromEntries(Object.values(fieldTypes).map((kind) => [kind.name, makeFilter(kind)])) as Record<FieldTypeName, GraphQLInputObjectType>;
