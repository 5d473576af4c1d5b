import type { EdgeField, GroupField, GroupsRequest, MemberSelection, PageField, PageInfoField, PartField, SelectedField, Selection } from '@guanxi/query';
import { getNamedType, type FieldNode, type GraphQLObjectType, type GraphQLUnionType, type SelectionSetNode } from 'graphql';
import { meaningOf, type FieldMeaning, type PartMeaning, type UnionMeaning } from '../schema/meaning.js';
import { fieldNamed, mapFields, subSelections, type SelectionContext } from './collect-fields.js';
import { readArguments } from './given.js';
import { checkGroups, readKeySelection } from './read-group-keys.js';
import { readAggregate, readAggregateField, readGroupArguments } from './read-groups.js';
import { readPageArguments } from './read-page.js';

/** What is selected of a record. `types`: where only fragments about some types count. */
export function readSelection(sets: readonly SelectionSetNode[], type: GraphQLObjectType, context: SelectionContext, types?: ReadonlySet<string>): Selection {
  const read = (key: string, nodes: readonly FieldNode[], name: string): SelectedField => {
    if (name === '__typename') return { kind: 'typename', key, name: type.name };
    const field = fieldNamed(type, name);
    const meaning = meaningOf<FieldMeaning>(field);
    return READERS[meaning.kind](key, nodes, field, meaning, context);
  };
  return mapFields(sets, context, read, types);
}

type ReadField = (key: string, nodes: readonly FieldNode[], field: ReturnType<typeof fieldNamed>, meaning: FieldMeaning, context: SelectionContext) => SelectedField;

const READERS: Record<FieldMeaning['kind'], ReadField> = {
  value: (key, _nodes, _field, meaning) => ({ kind: 'value', key, field: nameIn(meaning) }),
  parts: (key, nodes, field, meaning, context) => ({ kind: 'parts', key, field: nameIn(meaning), select: readParts(subSelections(nodes), objectOf(field), context) }),
  one: (key, nodes, field, meaning, context) => ({ kind: 'one', key, field: nameIn(meaning), select: readSelection(subSelections(nodes), objectOf(field), context) }),
  union: (key, nodes, field, meaning, context) => ({ kind: 'union', key, field: nameIn(meaning), select: readUnion(subSelections(nodes), getNamedType(field.type) as GraphQLUnionType, context) }),
  page: (key, nodes, field, meaning, context) => ({ kind: 'page', key, relation: 'relation' in meaning ? meaning.relation : '', page: readPage(nodes, field, context) }),
};

function nameIn(meaning: FieldMeaning): string {
  return 'field' in meaning ? meaning.field : '';
}

function objectOf(field: ReturnType<typeof fieldNamed>): GraphQLObjectType {
  return getNamedType(field.type) as GraphQLObjectType;
}

function readParts(sets: readonly SelectionSetNode[], type: GraphQLObjectType, context: SelectionContext): readonly PartField[] {
  return mapFields(sets, context, (key, _nodes, name): PartField => {
    if (name === '__typename') return { kind: 'typename', key, name: type.name };
    return { ...meaningOf<PartMeaning>(fieldNamed(type, name)), key };
  });
}

/** For each object that may be pointed to: what is selected of its records. */
function readUnion(sets: readonly SelectionSetNode[], union: GraphQLUnionType, context: SelectionContext): readonly MemberSelection[] {
  const { members } = meaningOf<UnionMeaning>(union);
  return union.getTypes().flatMap((type) => {
    const member = members.find((one) => one.type === type.name)?.member;
    return member === undefined ? [] : [{ member, select: readSelection(sets, type, context, new Set([type.name, union.name])) }];
  });
}

/** A list: its arguments and what is selected of its connection. */
export function readPage(nodes: readonly FieldNode[], field: ReturnType<typeof fieldNamed>, context: SelectionContext) {
  const given = readArguments(nodes[0] as FieldNode, field, context.variables);
  const connection = getNamedType(field.type) as GraphQLObjectType;
  return { ...readPageArguments(given, field), select: readConnection(subSelections(nodes), connection, context) };
}

function readConnection(sets: readonly SelectionSetNode[], connection: GraphQLObjectType, context: SelectionContext): readonly PageField[] {
  return mapFields(sets, context, (key, nodes, name): PageField => {
    if (name === '__typename') return { kind: 'typename', key };
    if (name === 'totalCount') return { kind: 'totalCount', key };
    if (name === 'groupBy') return { kind: 'groupBy', key, groups: readGroups(nodes, fieldNamed(connection, name), context) };
    if (name === 'aggregate') return { kind: 'aggregate', key, select: readAggregate(subSelections(nodes), objectOf(fieldNamed(connection, name)), context) };
    const inner = getNamedType(fieldNamed(connection, name).type) as GraphQLObjectType;
    if (name === 'nodes') return { kind: 'nodes', key, select: readSelection(subSelections(nodes), inner, context) };
    if (name === 'edges') return { kind: 'edges', key, select: readEdge(subSelections(nodes), inner, context) };
    return { kind: 'pageInfo', key, select: readPageInfo(subSelections(nodes), context) };
  });
}

/** Groups: their arguments and what is selected of each. */
function readGroups(nodes: readonly FieldNode[], field: ReturnType<typeof fieldNamed>, context: SelectionContext): GroupsRequest {
  const group = objectOf(field);
  const given = readGroupArguments(readArguments(nodes[0] as FieldNode, field, context.variables), field);
  const select = mapFields(subSelections(nodes), context, (key, inner, name): GroupField => {
    if (name === 'key') return { kind: 'key', key, select: readKeySelection(subSelections(inner), objectOf(fieldNamed(group, name)), given.by, context, readSelection) };
    return readAggregateField(key, inner, name, group, context);
  });
  return checkGroups({ ...given, select });
}

function readEdge(sets: readonly SelectionSetNode[], edge: GraphQLObjectType, context: SelectionContext): readonly EdgeField[] {
  return mapFields(sets, context, (key, nodes, name): EdgeField => {
    if (name === '__typename') return { kind: 'typename', key };
    if (name === 'cursor') return { kind: 'cursor', key };
    const record = getNamedType(fieldNamed(edge, 'node').type) as GraphQLObjectType;
    return { kind: 'node', key, select: readSelection(subSelections(nodes), record, context) };
  });
}

function readPageInfo(sets: readonly SelectionSetNode[], context: SelectionContext): readonly PageInfoField[] {
  return mapFields(sets, context, (key, _nodes, name): PageInfoField =>
    name === '__typename' ? { kind: 'typename', key } : { kind: name as PageInfoField['kind'], key },
  );
}

