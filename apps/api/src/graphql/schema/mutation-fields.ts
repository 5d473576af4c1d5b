import { graphqlNames } from '@guanxi/metadata';
import {
  GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLList, GraphQLNonNull,
  type GraphQLFieldConfigArgumentMap, type GraphQLFieldConfigMap, type GraphQLObjectType, type GraphQLOutputType,
} from 'graphql';
import { means, type MutationKind } from './meaning.js';
import { listOf } from './output-types.js';
import type { ReadableObject } from './readable.js';
import type { WriteInputs } from './write-inputs.js';

const id = { type: new GraphQLNonNull(GraphQLID) };
const ids = { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLID))) };
const ifVersion = { type: GraphQLInt, description: 'Refuses with CONFLICT when the record has another version by now.' };
const allowDuplicates = { type: GraphQLBoolean, description: 'Saves although a rule that warns finds records that look the same.' };

/** What this person may do with the records of an object. */
export function mutationFields({ object, access }: ReadableObject, { create, update, upsertKey }: WriteInputs, record: GraphQLObjectType): GraphQLFieldConfigMap<unknown, unknown> {
  if (object.platform) return {};
  const names = graphqlNames(object);
  const fields: GraphQLFieldConfigMap<unknown, unknown> = {};
  const add = (name: string, kind: MutationKind, args: GraphQLFieldConfigArgumentMap, type: GraphQLOutputType = record): void => {
    fields[name] = { type, args, ...means({ kind, object: object.name }) };
  };
  if (create) {
    const data = { type: new GraphQLNonNull(create) };
    add(names.create, 'create', { data, allowDuplicates });
    add(names.createMany, 'createMany', { data: { type: new GraphQLNonNull(new GraphQLList(data.type)) }, allowDuplicates }, listOf(record));
    if (upsertKey) add(names.upsert, 'upsert', { by: { type: new GraphQLNonNull(upsertKey) }, data, allowDuplicates });
  }
  if (update) add(names.update, 'update', { id, data: { type: new GraphQLNonNull(update) }, ifVersion, allowDuplicates });
  if (access.delete !== 'none') {
    add(names.delete, 'delete', { id, ifVersion });
    add(names.restore, 'restore', { id });
    if (update) add(names.merge, 'merge', { into: id, from: ids, data: { type: update } });
  }
  return fields;
}
