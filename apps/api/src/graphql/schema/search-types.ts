import type { Model } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import {
  GraphQLEnumType, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString,
  type GraphQLFieldConfigMap, type GraphQLNamedType,
} from 'graphql';
import { means } from './meaning.js';
import { listOf } from './output-types.js';
import { scalars } from './scalars.js';
import type { IsTaken } from './value-types.js';

const DEFAULT_RESULTS = 20;

export interface SearchTypes {
  readonly types: readonly GraphQLNamedType[];
  /** Fields of Query. */
  readonly queries: GraphQLFieldConfigMap<unknown, unknown>;
}

/** The search over all objects. Where an object of the org has the name of one of these types, the type steps aside. */
export function makeSearchTypes(model: Model, access: Access, isTaken: IsTaken): SearchTypes {
  const free = (name: string) => (isTaken(name) ? `${name}OfSearch` : name);
  const match = new GraphQLEnumType({
    name: free('SearchMatch'),
    values: {
      EXACT: { description: 'A field is what is searched for.' }, BEGINS: { description: 'The name begins with it.' }, CONTAINS: { description: 'Every word is in some field.' },
      SIMILAR: { description: 'The name is like it; such records come when little else is found.' },
    },
  });
  const field = new GraphQLObjectType({
    name: free('SearchField'),
    fields: {
      field: { type: new GraphQLNonNull(GraphQLString), description: 'API name of the field.' },
      text: { type: new GraphQLNonNull(GraphQLString), description: 'Its value as people read it; of a long one the piece around the match.' },
      ranges: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLInt))))), description: 'What matches: pairs of places in the text, in UTF-16 units, the second one not taken in.' },
    },
  });
  const result = new GraphQLObjectType({
    name: 'SearchResult',
    description: 'A record that has what is searched for.',
    fields: {
      object: { type: new GraphQLNonNull(GraphQLString), description: 'Name of the object: "Customer".' },
      id: { type: new GraphQLNonNull(GraphQLID) },
      name: { type: GraphQLString },
      match: { type: new GraphQLNonNull(match) },
      score: { type: new GraphQLNonNull(GraphQLFloat), description: '1 for what is exactly it, less for all else.' },
      fields: { type: listOf(field), description: 'The fields that have a part of it, the name first.' },
      suggestion: { type: GraphQLString, description: 'Of a similar record: what may have been meant.' },
    },
  });
  const names = model.objects.filter(({ platform, name, nameField }) => !platform && access.objects.get(name)?.readableFields.has(nameField)).map(({ name }) => name);
  const object = names.length === 0 ? undefined : new GraphQLEnumType({ name: free('SearchableObject'), values: Object.fromEntries(names.map((name) => [name, {}])) });
  const args = {
    text: { type: new GraphQLNonNull(GraphQLString), description: 'Words, all of which a record has, in any order and in any of its fields. Variants of characters, full-width forms, accents, blanks and hyphens make no difference.' },
    ...(object && { objects: { type: new GraphQLList(new GraphQLNonNull(object)), description: 'All objects where it is not said.' } }),
    ownedBy: { type: GraphQLID, description: 'Only records of this person; "me" is whoever asks.' },
    changedSince: { type: scalars.DateTime },
    first: { type: GraphQLInt, defaultValue: DEFAULT_RESULTS },
  };
  return {
    types: [match, field, result, ...(object ? [object] : [])],
    queries: { search: { type: listOf(result), description: 'Records of all objects that have the text, the best first.', args, ...means({ kind: 'search' }) } },
  };
}
