import type { EdgeField, PageField, PageInfoField, SelectedField, Selection } from '@guanxi/query';
import { getNamedType, type FieldNode, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import { meaningOf, type FieldMeaning } from '../schema/meaning.js';
import { collectFields, subSelections, type SelectionContext } from './collect-fields.js';
import { readArguments } from './given.js';
import { readPageArguments } from './read-page.js';

/** What is selected of a record. */
export function readSelection(sets: readonly SelectionSetNode[], type: GraphQLObjectType, context: SelectionContext): Selection {
  return mapFields(sets, context, (key, nodes, name): SelectedField => {
    if (name === '__typename') return { kind: 'typename', key };
    const field = fieldNamed(type, name);
    const meaning = meaningOf<FieldMeaning>(field);
    if (meaning.kind === 'value') return { kind: 'value', key, field: meaning.field };
    const inner = getNamedType(field.type) as GraphQLObjectType;
    if (meaning.kind === 'one') return { kind: 'one', key, field: meaning.field, select: readSelection(subSelections(nodes), inner, context) };
    return { kind: 'page', key, relation: meaning.relation, page: readPage(nodes, field, context) };
  });
}

/** A list: its arguments and what is selected of its connection. */
export function readPage(nodes: readonly FieldNode[], field: ReturnType<typeof fieldNamed>, context: SelectionContext) {
  const given = readArguments(nodes[0] as FieldNode, field, context.variables);
  const connection = getNamedType(field.type) as GraphQLObjectType;
  return { ...readPageArguments(given, field), select: readConnection(subSelections(nodes), connection, context) };
}

export function fieldNamed(type: GraphQLObjectType, name: string) {
  const field = type.getFields()[name];
  if (!field) throw new Error(`A validated document selects ${type.name}.${name}, which is not in the schema.`);
  return field;
}

function readConnection(sets: readonly SelectionSetNode[], connection: GraphQLObjectType, context: SelectionContext): readonly PageField[] {
  return mapFields(sets, context, (key, nodes, name): PageField => {
    if (name === '__typename') return { kind: 'typename', key };
    if (name === 'totalCount') return { kind: 'totalCount', key };
    const inner = getNamedType(fieldNamed(connection, name).type) as GraphQLObjectType;
    if (name === 'nodes') return { kind: 'nodes', key, select: readSelection(subSelections(nodes), inner, context) };
    if (name === 'edges') return { kind: 'edges', key, select: readEdge(subSelections(nodes), inner, context) };
    return { kind: 'pageInfo', key, select: readPageInfo(subSelections(nodes), context) };
  });
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

function mapFields<T>(
  sets: readonly SelectionSetNode[],
  context: SelectionContext,
  read: (key: string, nodes: readonly FieldNode[], name: string) => T,
): readonly T[] {
  return [...collectFields(sets, context)].map(([key, nodes]) => read(key, nodes, nodes[0]?.name.value ?? ''));
}
