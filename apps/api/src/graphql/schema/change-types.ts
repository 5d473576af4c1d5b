import { graphqlNames } from '@guanxi/metadata';
import {
  GraphQLEnumType, GraphQLID, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString,
  type GraphQLFieldConfigMap, type GraphQLNamedType,
} from 'graphql';
import type { InputTypes } from './input-types.js';
import { means } from './meaning.js';
import { listOf, type OutputTypes } from './output-types.js';
import type { ReadableObject } from './readable.js';
import { scalars } from './scalars.js';
import type { IsTaken } from './value-types.js';

/** Without `first` a page of the feed has this many changes. */
export const DEFAULT_CHANGES = 100;
export const MOST_CHANGES = 1_000;

export interface ChangeTypes {
  readonly types: readonly GraphQLNamedType[];
  /** Fields of Query. */
  readonly queries: GraphQLFieldConfigMap<unknown, unknown>;
  /** Fields of Subscription for one object, and the types around them. */
  ofObject(readable: ReadableObject, inputs: InputTypes, outputs: OutputTypes): { readonly types: readonly GraphQLNamedType[]; readonly fields: GraphQLFieldConfigMap<unknown, unknown> };
}

const present = <T extends GraphQLEnumType | typeof GraphQLID>(type: T) => ({ type: new GraphQLNonNull(type) });
const names = { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLString))), description: 'The fields that changed, as far as they may be read.' };

/** The feed of changes and the subscriptions. Where an object of the org has the name of one of these types, the type steps aside. */
export function makeChangeTypes(isTaken: IsTaken): ChangeTypes {
  const free = (name: string) => (isTaken(name) ? `${name}Event` : name);
  const kind = new GraphQLEnumType({
    name: free('ChangeKind'),
    values: {
      CREATED: { value: 'created' }, UPDATED: { value: 'updated' }, DELETED: { value: 'deleted' }, RESTORED: { value: 'restored' },
      LEFT: { value: 'left', description: 'The record is no longer among those that are asked for, or that may be read.' },
    },
  });
  const change = new GraphQLObjectType({ name: free('Change'), description: 'One change of one record.', fields: changeFields(kind) });
  const page = new GraphQLObjectType({
    name: free('ChangePage'),
    fields: {
      nodes: { type: listOf(change) },
      endCursor: { ...present(GraphQLString), description: 'Where the next page begins; also when this one is empty.' },
      hasMore: { type: new GraphQLNonNull(scalars.Boolean) },
    },
  });
  return {
    types: [kind, change, page],
    queries: { [isTaken('Change') ? 'recordChanges' : 'changes']: feedField(page) },
    ofObject(readable, inputs, outputs) {
      if (readable.object.platform) return { types: [], fields: {} };
      const name = graphqlNames(readable.object);
      const type = new GraphQLObjectType({ name: free(`${name.type}Change`), fields: () => eventFields(kind, outputs.record) });
      const args = { where: { type: inputs.where }, ids: { type: new GraphQLList(new GraphQLNonNull(GraphQLID)) } };
      return { types: [type], fields: { [`${name.one}Changed`]: { type: new GraphQLNonNull(type), args, ...means({ kind: 'changed', object: readable.object.name }) } } };
    },
  };
}

function feedField(page: GraphQLObjectType): GraphQLFieldConfigMap<unknown, unknown>[string] {
  return {
    type: new GraphQLNonNull(page),
    description: 'All changes in the order in which they are told: every one once. "first: 0" asks for the cursor of the present end.',
    args: {
      after: { type: GraphQLString, description: 'Cursor of the last change that is known; from the beginning without it.' },
      objects: { type: new GraphQLList(new GraphQLNonNull(GraphQLString)), description: 'Names of objects; all of them without it.' },
      first: { type: GraphQLInt, defaultValue: DEFAULT_CHANGES },
    },
    ...means({ kind: 'changes' }),
  };
}

function changeFields(kind: GraphQLEnumType): GraphQLFieldConfigMap<unknown, unknown> {
  return {
    cursor: present(GraphQLString),
    object: present(GraphQLString),
    id: present(GraphQLID),
    kind: present(kind),
    at: { type: new GraphQLNonNull(scalars.DateTime) },
    actorId: { type: GraphQLID },
    source: { ...present(GraphQLString), description: 'page, api, import or workflow.' },
    operationId: { type: GraphQLID, description: 'The same for everything that was changed at one stroke.' },
    fields: names,
    changes: { type: scalars.JSON, description: 'By field: [from, to]. Of encrypted fields only that they changed. Empty for records in the bin.' },
  };
}

function eventFields(kind: GraphQLEnumType, record: GraphQLObjectType): GraphQLFieldConfigMap<unknown, unknown> {
  return { kind: present(kind), cursor: present(GraphQLString), id: present(GraphQLID), fields: names, record: { type: record, description: 'As it is now; null when it was deleted or has left.' } };
}
