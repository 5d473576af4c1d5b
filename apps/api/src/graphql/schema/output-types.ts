import { fieldType } from '@guanxi/field-types';
import { graphqlNames, valueName, type FieldModel } from '@guanxi/metadata';
import {
  GraphQLBoolean, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString, GraphQLUnionType,
  type GraphQLFieldConfigArgumentMap, type GraphQLFieldConfigMap,
} from 'graphql';
import { aggregateFields } from './aggregate-types.js';
import { makeGroupTypes, type GroupTypes } from './group-types.js';
import type { InputTypes } from './input-types.js';
import { means } from './meaning.js';
import type { ReadableObject } from './readable.js';
import { valueOutput, type IsTaken } from './value-types.js';

export interface OutputTypes {
  readonly record: GraphQLObjectType;
  readonly connection: GraphQLObjectType;
  readonly arguments: GraphQLFieldConfigArgumentMap;
  readonly groups: () => GroupTypes;
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

/** The types of an object; `types` finds those of the objects around it, which may not be made yet. */
export function makeOutputTypes(readable: ReadableObject, inputs: InputTypes, types: (object: string) => OutputTypes, isTaken: IsTaken): OutputTypes {
  const names = graphqlNames(readable.object);
  let madeGroups: GroupTypes | undefined;
  const groups = () => (madeGroups ??= makeGroupTypes(readable, { record: (object) => types(object).record, groups: (object) => types(object).groups(), isTaken }));
  const record = new GraphQLObjectType({
    name: names.type,
    ...(readable.object.description && { description: readable.object.description }),
    fields: () => recordFields(readable, types, isTaken),
  });
  const edge = new GraphQLObjectType({
    name: names.edge,
    fields: { node: { type: new GraphQLNonNull(record) }, cursor: { type: new GraphQLNonNull(GraphQLString) } },
  });
  const connection = new GraphQLObjectType({
    name: names.connection,
    fields: () => ({
      nodes: { type: listOf(record) },
      edges: { type: listOf(edge) },
      pageInfo: { type: new GraphQLNonNull(pageInfo) },
      totalCount: { type: new GraphQLNonNull(GraphQLInt), description: 'All records of the list, on all its pages. Takes longer than a page; counts up to 1,000,000.' },
      ...aggregateFields(readable, groups(), isTaken),
    }),
  });
  return { record, connection, arguments: pageArguments(inputs), groups };
}

export function listOf(type: GraphQLObjectType): GraphQLNonNull<GraphQLList<GraphQLNonNull<GraphQLObjectType>>> {
  return new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)));
}

function recordFields(readable: ReadableObject, types: (object: string) => OutputTypes, isTaken: IsTaken): GraphQLFieldConfigMap<unknown, unknown> {
  const { fields, references, unions, relations } = readable;
  return {
    ...Object.fromEntries(fields.map((field) => [valueName(field), valueField(field, isTaken)])),
    ...Object.fromEntries(
      references.map((field) => [field.name, { type: types(field.target ?? '').record, ...describe(field), ...means({ kind: 'one', field: field.name }) }]),
    ),
    ...Object.fromEntries(
      unions.map(({ field, members }) => [field.name, { type: makeUnion(readable.object.name, field, members, types), ...describe(field), ...means({ kind: 'union', field: field.name }) }]),
    ),
    ...Object.fromEntries(
      relations.map((relation) => {
        const { connection, arguments: args } = types(relation.object);
        return [relation.name, { type: new GraphQLNonNull(connection), args, ...means({ kind: 'page', relation: relation.name }) }];
      }),
    ),
  };
}

/** Records of one of several objects: `TaskRegarding`. */
function makeUnion(object: string, field: FieldModel, members: readonly FieldModel[], types: (object: string) => OutputTypes): GraphQLUnionType {
  return new GraphQLUnionType({
    name: `${object}${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`,
    types: () => members.map(({ target = '' }) => types(target).record),
    ...means({ members: members.map(({ name: member, target: type = '' }) => ({ type, member })) }),
  });
}

function valueField(field: FieldModel, isTaken: IsTaken): GraphQLFieldConfigMap<unknown, unknown>[string] {
  const type = valueOutput(field, isTaken);
  const present = field.system && field.required && field.target === undefined;
  const kind = fieldType(field.value.type).parts ? 'parts' : 'value';
  return { type: present ? new GraphQLNonNull(type) : type, ...describe(field), ...means({ kind, field: field.name }) };
}

function describe(field: FieldModel): { description?: string } {
  return field.help === undefined ? {} : { description: field.help };
}

function pageArguments({ where, orderBy }: InputTypes): GraphQLFieldConfigArgumentMap {
  return {
    where: { type: where },
    orderBy: { type: new GraphQLList(new GraphQLNonNull(orderBy)) },
    search: { type: GraphQLString, description: 'Words that the record has in its name or other searchable fields, in any order.' },
    first: { type: GraphQLInt, description: `At most ${LARGEST_PAGE}; ${DEFAULT_PAGE} when neither "first" nor "last" is given.` },
    after: { type: GraphQLString },
    last: { type: GraphQLInt },
    before: { type: GraphQLString },
  };
}
