import type { Aggregate, AggregatedField, AggregateField, AggregateFunction, GroupCondition, GroupOrder, GroupsRequest } from '@guanxi/query';
import { getNamedType, type FieldNode, type GraphQLField, type GraphQLInputObjectType, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import { meaningOf, type AggregatedMeaning, type InputMeaning, type SummaryMeaning } from '../schema/meaning.js';
import { fieldNamed, mapFields, subSelections, type SelectionContext } from './collect-fields.js';
import type { Given } from './given.js';
import { readKey, readKeyOrder } from './read-group-keys.js';
import { oneOf, readLimit } from './read-page.js';
import { readComparisons } from './read-where.js';

/** What is selected of an aggregate. */
export function readAggregate(sets: readonly SelectionSetNode[], type: GraphQLObjectType, context: SelectionContext): readonly AggregateField[] {
  return mapFields(sets, context, (key, nodes, name) => readAggregateField(key, nodes, name, type, context));
}

export function readAggregateField(key: string, nodes: readonly FieldNode[], name: string, type: GraphQLObjectType, context: SelectionContext): AggregateField {
  if (name === '__typename') return { kind: 'typename', key, name: type.name };
  const field = fieldNamed(type, name);
  const { kind } = meaningOf<SummaryMeaning>(field);
  if (kind === 'count') return { kind, key };
  const inner = getNamedType(field.type) as GraphQLObjectType;
  const select = mapFields(subSelections(nodes), context, (innerKey, _nodes, innerName): AggregatedField => {
    if (innerName === '__typename') return { kind: 'typename', key: innerKey, name: inner.name };
    return { kind: 'field', key: innerKey, field: meaningOf<AggregatedMeaning>(fieldNamed(inner, innerName)).field };
  });
  return { kind, key, select };
}

/** The arguments of `groupBy`. */
export function readGroupArguments(given: ReadonlyMap<string, Given>, field: GraphQLField<unknown, unknown>): Omit<GroupsRequest, 'select'> {
  const typeOf = (name: string) => getNamedType(field.args.find((argument) => argument.name === name)?.type) as GraphQLInputObjectType;
  const items = (name: string) => given.get(name)?.items() ?? [];
  const having = given.get('having');
  return {
    by: items('by').map((item) => readKey(item, typeOf('by'))),
    having: having && having.value !== null ? readHaving(having, typeOf('having')) : [],
    orderBy: given.get('orderBy')?.value == null ? [] : items('orderBy').flatMap((item) => readOrder(item, typeOf('orderBy'))),
    limit: readLimit(given.get('first')),
  };
}

const FUNCTIONS: ReadonlySet<string> = new Set<AggregateFunction>(['countDistinct', 'sum', 'avg', 'min', 'max']);

/** Each aggregate that an input names, with what stands there. */
function aggregatesIn<T>(given: Given, type: GraphQLInputObjectType, read: (aggregate: Aggregate, part: Given, type: GraphQLInputObjectType) => T[]): T[] {
  return given.entries().flatMap(([name, part]): T[] => {
    const inner = getNamedType(type.getFields()[name]?.type) as GraphQLInputObjectType;
    if (part.value === null) return [];
    if (name === 'count') return read({ of: 'count' }, part, inner);
    if (!FUNCTIONS.has(name)) return [];
    return part.entries().flatMap(([key, value]) => {
      const known = inner.getFields()[key];
      if (!known || value.value === null) return [];
      const { field = '' } = meaningOf<InputMeaning>(known);
      return read({ of: name as AggregateFunction, field }, value, getNamedType(known.type) as GraphQLInputObjectType);
    });
  });
}

function readHaving(given: Given, type: GraphQLInputObjectType): GroupCondition[] {
  return aggregatesIn(given, type, (aggregate, part, inner) => readComparisons(part, inner).map((comparison) => ({ aggregate, ...comparison })));
}

function readOrder(given: Given, type: GraphQLInputObjectType): GroupOrder[] {
  return oneOf(given.entries()).flatMap(([name, part]): GroupOrder[] => {
    if (name === 'key') return readKeyOrder(part, getNamedType(type.getFields()['key']?.type) as GraphQLInputObjectType);
    const entry: Given = { ...given, entries: () => [[name, name === 'count' ? part : { ...part, entries: () => oneOf(part.entries()) }]] };
    return aggregatesIn(entry, type, (aggregate, inner): GroupOrder[] => [{ aggregate, direction: inner.value as 'asc' | 'desc' }]);
  });
}
