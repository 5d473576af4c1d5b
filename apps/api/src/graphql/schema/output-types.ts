import { fieldType } from '@guanxi/field-types';
import { graphqlNames, valueName, type FieldModel } from '@guanxi/metadata';
import {
  GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString,
  type GraphQLFieldConfigArgumentMap, type GraphQLFieldConfigMap,
} from 'graphql';
import { means } from './meaning.js';
import type { InputTypes } from './input-types.js';
import type { ReadableObject } from './readable.js';
import { scalars } from './scalars.js';

export interface OutputTypes {
  readonly record: GraphQLObjectType;
  readonly connection: GraphQLObjectType;
  readonly arguments: GraphQLFieldConfigArgumentMap;
}

/** Without `first` or `last` a list has this many records. */
export const DEFAULT_PAGE = 50;
export const LARGEST_PAGE = 1_000;

export const pageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  },
});

export const searchResult = new GraphQLObjectType({
  name: 'SearchResult',
  description: 'A record of any object that contains the text.',
  fields: {
    object: { type: new GraphQLNonNull(GraphQLString), description: 'Name of the object: "Customer".' },
    id: { type: new GraphQLNonNull(GraphQLID) },
    name: { type: GraphQLString },
  },
});

/** The types of an object; `types` finds those of the objects around it, which may not be made yet. */
export function makeOutputTypes(readable: ReadableObject, inputs: InputTypes, types: (object: string) => OutputTypes): OutputTypes {
  const names = graphqlNames(readable.object);
  const record = new GraphQLObjectType({
    name: names.type,
    ...(readable.object.description && { description: readable.object.description }),
    fields: () => recordFields(readable, types),
  });
  const edge = new GraphQLObjectType({
    name: names.edge,
    fields: { node: { type: new GraphQLNonNull(record) }, cursor: { type: new GraphQLNonNull(GraphQLString) } },
  });
  const connection = new GraphQLObjectType({
    name: names.connection,
    fields: {
      nodes: { type: listOf(record) },
      edges: { type: listOf(edge) },
      pageInfo: { type: new GraphQLNonNull(pageInfo) },
      totalCount: { type: new GraphQLNonNull(GraphQLInt), description: 'All records of the list, on all its pages. Takes longer than a page; counts up to 1,000,000.' },
    },
  });
  return { record, connection, arguments: pageArguments(inputs) };
}

export function listOf(type: GraphQLObjectType): GraphQLNonNull<GraphQLList<GraphQLNonNull<GraphQLObjectType>>> {
  return new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)));
}

function recordFields({ fields, references, relations }: ReadableObject, types: (object: string) => OutputTypes): GraphQLFieldConfigMap<unknown, unknown> {
  return {
    ...Object.fromEntries(fields.map((field) => [valueName(field), valueField(field)])),
    ...Object.fromEntries(
      references.map((field) => [field.name, { type: types(field.target ?? '').record, ...describe(field), ...means({ kind: 'one', field: field.name }) }]),
    ),
    ...Object.fromEntries(
      relations.map((relation) => {
        const { connection, arguments: args } = types(relation.object);
        return [relation.name, { type: new GraphQLNonNull(connection), args, ...means({ kind: 'page', relation: relation.name }) }];
      }),
    ),
  };
}

function valueField(field: FieldModel): GraphQLFieldConfigMap<unknown, unknown>[string] {
  const scalar = scalars[fieldType(field.type).scalar];
  const present = field.system && field.required && field.target === undefined;
  return { type: present ? new GraphQLNonNull(scalar) : scalar, ...describe(field), ...means({ kind: 'value', field: field.name }) };
}

function describe(field: FieldModel): { description?: string } {
  return field.help === undefined ? {} : { description: field.help };
}

function pageArguments({ where, orderBy }: InputTypes): GraphQLFieldConfigArgumentMap {
  return {
    where: { type: where },
    orderBy: { type: new GraphQLList(new GraphQLNonNull(orderBy)) },
    search: { type: GraphQLString, description: 'A piece of the name or of another searchable field.' },
    first: { type: GraphQLInt, description: `At most ${LARGEST_PAGE}; ${DEFAULT_PAGE} when neither "first" nor "last" is given.` },
    after: { type: GraphQLString },
    last: { type: GraphQLInt },
    before: { type: GraphQLString },
  };
}
