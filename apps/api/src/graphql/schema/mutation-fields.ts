import { graphqlNames } from '@guanxi/metadata';
import {
  GraphQLBoolean, GraphQLEnumType, GraphQLID, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType,
  type GraphQLFieldConfigArgumentMap, type GraphQLFieldConfigMap, type GraphQLOutputType,
} from 'graphql';
import type { InputTypes } from './input-types.js';
import { means, type MutationKind } from './meaning.js';
import type { ReadableObject } from './readable.js';

const id = { type: new GraphQLNonNull(GraphQLID) };
const ids = { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLID))) };
const ifVersion = { type: GraphQLInt, description: 'Refuses with CONFLICT when the record has another version by now.' };
const allowDuplicates = { type: GraphQLBoolean, description: 'Saves although a rule that warns finds records that look the same.' };
const atomic = {
  type: new GraphQLNonNull(GraphQLBoolean),
  defaultValue: true,
  description: 'All rows or none. With false a row that is refused is null in the answer, with an error of its own, and the others are written.',
};
const expected = { type: GraphQLInt, description: 'Refuses with CONFLICT when another number of records fits.' };
const background = { type: GraphQLBoolean, description: 'Beyond 200 records the work goes on after the answer, which is RUNNING then: see `operation` of the metadata API.' };

const bulkStatus = new GraphQLEnumType({ name: 'BulkStatus', values: { DONE: {}, RUNNING: {} } });

/** What came of a change of all records that fit. */
export const bulkResult = new GraphQLObjectType({
  name: 'BulkResult',
  fields: {
    operationId: { type: new GraphQLNonNull(GraphQLID), description: 'What `operation` and `undoOperation` of the metadata API take.', ...means({ kind: 'value', field: 'operationId' }) },
    matched: { type: new GraphQLNonNull(GraphQLInt), description: 'Records that fit.', ...means({ kind: 'value', field: 'matched' }) },
    changed: { type: new GraphQLNonNull(GraphQLInt), description: 'Those in which something really changed; 0 while it is running.', ...means({ kind: 'value', field: 'changed' }) },
    status: { type: new GraphQLNonNull(bulkStatus), ...means({ kind: 'value', field: 'status' }) },
  },
});

/** What this person may do with the records of an object. */
export function mutationFields(readable: ReadableObject, inputs: InputTypes, record: GraphQLObjectType): GraphQLFieldConfigMap<unknown, unknown> {
  const { object, access } = readable;
  if (object.platform) return {};
  const names = graphqlNames(object);
  const fields: GraphQLFieldConfigMap<unknown, unknown> = {};
  const add = (name: string, kind: MutationKind, args: GraphQLFieldConfigArgumentMap, type: GraphQLOutputType = record): void => {
    fields[name] = { type, args, ...means({ kind, object: object.name }) };
  };
  const { create, update, row, upsertKey, upsertField, conversion } = inputs;
  const many = new GraphQLNonNull(new GraphQLList(record));
  const bulk = new GraphQLNonNull(bulkResult);
  const where = { type: new GraphQLNonNull(inputs.where) };
  const listOf = (type: GraphQLNonNull<NonNullable<typeof create>>) => ({ type: new GraphQLNonNull(new GraphQLList(type)) });
  if (create) {
    const data = { type: new GraphQLNonNull(create) };
    add(names.create, 'create', { data, allowDuplicates });
    add(names.createMany, 'createMany', { data: listOf(data.type), atomic, allowDuplicates }, many);
    if (upsertKey && upsertField) {
      add(names.upsert, 'upsert', { by: { type: new GraphQLNonNull(upsertKey) }, data, allowDuplicates });
      add(names.upsertMany, 'upsertMany', { by: { type: new GraphQLNonNull(upsertField) }, data: listOf(data.type), atomic, allowDuplicates }, many);
    }
  }
  if (update && row) {
    const data = { type: new GraphQLNonNull(update) };
    add(names.update, 'update', { id, data, ifVersion, allowDuplicates });
    add(names.updateMany, 'updateMany', { data: listOf(new GraphQLNonNull(row)), atomic, allowDuplicates }, many);
    add(names.updateWhere, 'updateWhere', { where, data, expected, background, allowDuplicates }, bulk);
    if (conversion) add(names.convert, 'convert', { id, action: { type: new GraphQLNonNull(conversion) }, allowDuplicates });
  }
  if (access.delete !== 'none') {
    add(names.delete, 'delete', { id, ifVersion });
    add(names.deleteMany, 'deleteMany', { ids, atomic }, many);
    add(names.deleteWhere, 'deleteWhere', { where, expected, background }, bulk);
    add(names.restore, 'restore', { id });
    add(names.restoreMany, 'restoreMany', { ids, atomic }, many);
    if (update) add(names.merge, 'merge', { into: id, from: ids, data: { type: update } });
  }
  return fields;
}
