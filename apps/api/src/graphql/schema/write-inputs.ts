import { graphqlNames, valueName, type FieldModel } from '@guanxi/metadata';
import { GraphQLID, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, type GraphQLInputFieldConfig, type GraphQLInputType } from 'graphql';
import { means } from './meaning.js';
import type { ReadableObject } from './readable.js';
import { scalarOf, valueInput, type IsTaken } from './value-types.js';

/** Absent where this person may not do it, or there is nothing to write. */
export interface WriteInputs {
  readonly create?: GraphQLInputObjectType;
  readonly update?: GraphQLInputObjectType;
  readonly upsertKey?: GraphQLInputObjectType;
}

export function makeWriteInputs(readable: ReadableObject, isTaken: IsTaken): WriteInputs {
  const { access, object } = readable;
  const names = graphqlNames(object);
  const editable = object.fields.filter((field) => access.editableFields.has(field.name));
  const keys = readable.fields.filter((field) => field.externalId && field.writable);
  const input = (name: string, creating: boolean) => makeWriteInput(name, editable, readable, creating, isTaken);
  const create = access.create && editable.length > 0 ? input(names.createInput, true) : undefined;
  return {
    ...(create && { create }),
    ...(access.edit !== 'none' && editable.length > 0 && { update: input(names.updateInput, false) }),
    ...(create && access.edit !== 'none' && keys.length > 0 && { upsertKey: makeUpsertKey(names.upsertKey, keys) }),
  };
}

/** Whether a required value is there is told with all other problems of the record, not by the type. */
function makeWriteInput(name: string, editable: readonly FieldModel[], readable: ReadableObject, creating: boolean, isTaken: IsTaken): GraphQLInputObjectType {
  const fields = () =>
    editable.flatMap((field): (readonly [string, GraphQLInputFieldConfig])[] => {
      const type = inputOf(field, readable, isTaken);
      const description = [field.help, creating && field.required && field.default === undefined && !field.system ? 'Required.' : undefined].filter(Boolean).join(' ');
      return type ? [[valueName(field), { type, ...(description && { description }), ...means({ field: field.name }) }]] : [];
    });
  return new GraphQLInputObjectType({ name, fields: () => Object.fromEntries(fields()) });
}

/** Undefined for a lookup none of whose targets may be read. */
function inputOf(field: FieldModel, { object, unions }: ReadableObject, isTaken: IsTaken): GraphQLInputType | undefined {
  if (field.storage === 'through') return listChange;
  if (field.storage !== 'members') return valueInput(field, isTaken);
  const members = unions.find((union) => union.field === field)?.members;
  return members && pointerInput(object.name, field, members);
}

const ids = new GraphQLList(new GraphQLNonNull(GraphQLID));

const listChange = new GraphQLInputObjectType({
  name: 'RecordListChange',
  description: 'The records that come into a list and those that leave it.',
  fields: { add: { type: ids }, remove: { type: ids } },
});

const pointers = new WeakMap<FieldModel, Map<string, GraphQLInputObjectType>>();

/** Which record is pointed to: exactly one key, named as a record of the object is. Creating and changing share the type. */
function pointerInput(object: string, field: FieldModel, members: readonly FieldModel[]): GraphQLInputObjectType {
  const made = pointers.get(field) ?? new Map<string, GraphQLInputObjectType>();
  pointers.set(field, made);
  const name = `${object}${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}Input`;
  const keys = members.map(({ target = '' }) => `${target.charAt(0).toLowerCase()}${target.slice(1)}`);
  const known = made.get(keys.join()) ?? new GraphQLInputObjectType({ name, isOneOf: true, fields: Object.fromEntries(keys.map((key) => [key, { type: GraphQLID }])) });
  made.set(keys.join(), known);
  return known;
}

function makeUpsertKey(name: string, keys: readonly FieldModel[]): GraphQLInputObjectType {
  const fields = keys.map((field) => [valueName(field), { type: scalarOf(field), ...means({ field: field.name }) }] as const);
  return new GraphQLInputObjectType({ name, isOneOf: true, fields: Object.fromEntries(fields) });
}
