import { graphqlNames, type Model } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import {
  GraphQLID, GraphQLNonNull, GraphQLObjectType, type GraphQLFieldConfigMap, type GraphQLNamedType, type GraphQLSchema,
} from 'graphql';
import { makeChangeTypes } from './change-types.js';
import { filters } from './filters.js';
import { makeInputTypes, orderDirection, type InputTypes } from './input-types.js';
import { formulaReader } from './formula-reader.js';
import { LazySchema } from './lazy-schema.js';
import { means } from './meaning.js';
import { bulkResult, mutationFields } from './mutation-fields.js';
import { makeOutputTypes, type OutputTypes } from './output-types.js';
import { readableObjects, type ReadableObject } from './readable.js';
import { formulaFilter, scalars } from './scalars.js';
import { makeSearchTypes } from './search-types.js';
import { findAround } from './types-around.js';

interface Types {
  readonly readable: ReadableObject;
  readonly inputs: InputTypes;
  readonly outputs: OutputTypes;
}

/** The schema that one person sees of an org's records: nothing in it may not be read, and nothing in its inputs not be written. */
export function buildSchema(model: Model, access: Access): GraphQLSchema {
  const inputs = new Map<string, InputTypes>();
  const outputs = new Map<string, OutputTypes>();
  const isTaken = (name: string) => model.objectByName.has(name);
  const all = readableObjects(model, access).map((readable): Types => {
    const objectInputs = makeInputTypes(readable, (object) => find(inputs, object), isTaken, formulaReader(model, access, readable.object.name));
    const objectOutputs = makeOutputTypes(readable, objectInputs, (object) => find(outputs, object), isTaken);
    inputs.set(readable.object.name, objectInputs);
    outputs.set(readable.object.name, objectOutputs);
    return { readable, inputs: objectInputs, outputs: objectOutputs };
  });
  const mutations = Object.assign({}, ...all.map(({ readable, inputs, outputs }) => mutationFields(readable, inputs, outputs.record))) as GraphQLFieldConfigMap<unknown, unknown>;
  const changes = makeChangeTypes(isTaken);
  const followed = all.map(({ readable, inputs, outputs }) => changes.ofObject(readable, inputs, outputs));
  const subscriptions = Object.assign({}, ...followed.map(({ fields }) => fields)) as GraphQLFieldConfigMap<unknown, unknown>;
  const search = makeSearchTypes(model, access, isTaken);
  const byObject = new Map(all.map((types) => [types.readable.object.name, types]));
  return new LazySchema({
    find: (name) => findAround(name, (object) => {
      const types = byObject.get(object);
      return types && namedTypes(types);
    }),
    types: [...Object.values(scalars), formulaFilter, ...Object.values(filters), orderDirection, bulkResult, ...changes.types, ...search.types, ...all.flatMap(namedTypes), ...followed.flatMap(({ types }) => types)],
    query: new GraphQLObjectType({ name: 'Query', fields: { ...Object.assign({}, ...all.map(queryFields)), ...search.queries, ...changes.queries } }),
    ...(Object.keys(mutations).length > 0 && { mutation: new GraphQLObjectType({ name: 'Mutation', fields: mutations }) }),
    ...(Object.keys(subscriptions).length > 0 && { subscription: new GraphQLObjectType({ name: 'Subscription', fields: subscriptions }) }),
  });
}

function namedTypes({ inputs, outputs }: Types): readonly GraphQLNamedType[] {
  return [...Object.values(inputs), outputs.record, outputs.connection];
}

function find<T>(types: ReadonlyMap<string, T>, object: string): T {
  const found = types.get(object);
  if (!found) throw new Error(`The schema refers to ${object}, which is not in it.`);
  return found;
}

const asOf = { type: scalars.DateTime, description: 'The record as it was then: values, and the records that its references led to. Whether it may be read is decided by what it is now.' };

function queryFields({ readable: { object, referredOnly }, outputs }: Types): GraphQLFieldConfigMap<unknown, unknown> {
  if (referredOnly) return {};
  const names = graphqlNames(object);
  return {
    [names.one]: { type: outputs.record, args: { id: { type: new GraphQLNonNull(GraphQLID) }, ...(!object.platform && { asOf }) }, ...means({ kind: 'one', object: object.name }) },
    [names.many]: { type: new GraphQLNonNull(outputs.connection), args: outputs.arguments, ...means({ kind: 'page', object: object.name }) },
  };
}
