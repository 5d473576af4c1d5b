import type { RootRead } from '@guanxi/query';
import { constant } from '@guanxi/query';
import { getNamedType, type FieldNode, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { meaningOf, type RootMeaning } from '../schema/meaning.js';
import { fieldNamed, subSelections, type SelectionContext } from './collect-fields.js';
import { readArguments } from './given.js';
import { readSearch } from './read-search.js';
import { readPage, readSelection } from './read-selection.js';

/** One field of Query as a read. */
export function readQueryRoot(key: string, nodes: readonly FieldNode[], schema: GraphQLSchema, context: SelectionContext): RootRead {
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') return { kind: 'typename', key, name: 'Query' };
  const field = fieldNamed(schema.getQueryType() as GraphQLObjectType, name);
  const meaning = meaningOf<RootMeaning>(field);
  if (meaning.kind === 'page') return { kind: 'page', key, object: meaning.object, page: readPage(nodes, field, context) };
  if (meaning.kind === 'search') return readSearch(key, nodes, field, context);
  const given = readArguments(nodes[0] as FieldNode, field, context.variables);
  if (meaning.kind !== 'one') throw new Error(`Query.${name} is not read with records.`);
  const record = getNamedType(field.type) as GraphQLObjectType;
  const id = given.get('id')?.operand ?? constant(null);
  const asOf = given.get('asOf');
  return { kind: 'one', key, object: meaning.object, id, ...(asOf && asOf.value !== null && { asOf: asOf.operand }), select: readSelection(subSelections(nodes), record, context) };
}
