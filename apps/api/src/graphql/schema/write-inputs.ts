import { graphqlNames, valueName, type FieldModel } from '@guanxi/metadata';
import {
  GraphQLEnumType, GraphQLID, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, type GraphQLInputFieldConfig, type GraphQLInputType,
} from 'graphql';
import { means } from './meaning.js';
import type { ReadableObject } from './readable.js';
import { scalarOf, valueInput, type IsTaken } from './value-types.js';

/** Absent where this person may not do it, or there is nothing to write. */
export interface WriteInputs {
  readonly create?: GraphQLInputObjectType;
  readonly update?: GraphQLInputObjectType;
  /** One entry of a list of changes. */
  readonly row?: GraphQLInputObjectType;
  readonly upsertKey?: GraphQLInputObjectType;
  readonly upsertField?: GraphQLEnumType;
  /** What a lookup to the object takes beside an id. */
  readonly assign?: GraphQLInputObjectType;
  readonly identity?: GraphQLInputObjectType;
  /** What a list of its records takes. */
  readonly members?: GraphQLInputObjectType;
  readonly conversion?: GraphQLEnumType;
}

type FindInputs = (object: string) => WriteInputs;

/** `types` finds the inputs of the objects around it, which may not be made yet. */
export function makeWriteInputs(readable: ReadableObject, types: FindInputs, isTaken: IsTaken): WriteInputs {
  const { access, object } = readable;
  const names = graphqlNames(object);
  const editable = object.fields.filter((field) => access.editableFields.has(field.name));
  const keys = readable.fields.filter((field) => field.externalId && field.writable);
  const input = (name: string, creating: boolean) => makeWriteInput(name, editable, readable, creating, types, isTaken);
  const create = access.create && editable.length > 0 ? input(names.createInput, true) : undefined;
  const update = access.edit !== 'none' && editable.length > 0 ? input(names.updateInput, false) : undefined;
  const identity = object.platform ? undefined : makeKey(names.identityInput, [['id', { type: GraphQLID }], ...keys.map(keyEntry)]);
  return {
    ...(create && { create }),
    ...(update && { update, row: makeRow(names.rowInput, update) }),
    ...(create && update && keys.length > 0 && { upsertKey: makeKey(names.upsertKey, keys.map(keyEntry)), upsertField: makeUpsertField(names.upsertField, keys) }),
    ...(identity && { identity, assign: makeKey(names.assignInput, [...(create ? [['create', { type: create }] as const] : []), ['connect', { type: identity }]]) }),
    ...((create || update) && { members: makeMembers(names.membersInput, create, update) }),
    ...(readable.conversions.length > 0 && { conversion: makeConversion(isTaken(names.conversion) ? `${names.conversion}Action` : names.conversion, readable) }),
  };
}

/** Whether a required value is there is told with all other problems of the record, not by the type. */
function makeWriteInput(name: string, editable: readonly FieldModel[], readable: ReadableObject, creating: boolean, types: FindInputs, isTaken: IsTaken): GraphQLInputObjectType {
  const fields = () => [
    ...editable.flatMap((field): Entry[] => {
      const type = inputOf(field, readable, isTaken);
      const description = [field.help, creating && field.required && field.default === undefined && !field.system ? 'Required.' : undefined].filter(Boolean).join(' ');
      return type ? [[valueName(field), { type, ...(description && { description }), ...means({ field: field.name }) }]] : [];
    }),
    ...nestedEntries(editable, readable, types),
  ];
  return new GraphQLInputObjectType({ name, fields: () => Object.fromEntries(fields()) });
}

type Entry = readonly [string, GraphQLInputFieldConfig];

/** Records that are made or connected on the way: those that the record points to, and those that point to it. */
function nestedEntries(editable: readonly FieldModel[], { references, relations }: ReadableObject, types: FindInputs): readonly Entry[] {
  const links = references.filter((field) => editable.includes(field) && field.memberOf === undefined).flatMap((field): Entry[] => {
    const { assign } = types(field.target ?? '');
    return assign && field.name !== valueName(field) ? [[field.name, { type: assign, description: `Instead of "${valueName(field)}": a record that is made with this one, or named by a key.` }]] : [];
  });
  const lists = relations.filter(({ through }) => !through).flatMap((relation): Entry[] => {
    const { members } = types(relation.object);
    return members ? [[relation.name, { type: members }]] : [];
  });
  return [...links, ...lists];
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

function makeRow(name: string, update: GraphQLInputObjectType): GraphQLInputObjectType {
  const fields = { id: { type: new GraphQLNonNull(GraphQLID) }, ifVersion: { type: GraphQLInt }, data: { type: new GraphQLNonNull(update) } };
  return new GraphQLInputObjectType({ name, fields });
}

function keyEntry(field: FieldModel): Entry {
  return [valueName(field), { type: scalarOf(field), ...means({ field: field.name }) }];
}

function makeKey(name: string, entries: readonly Entry[]): GraphQLInputObjectType {
  return new GraphQLInputObjectType({ name, isOneOf: true, fields: Object.fromEntries(entries) });
}

function makeUpsertField(name: string, keys: readonly FieldModel[]): GraphQLEnumType {
  return new GraphQLEnumType({ name, values: Object.fromEntries(keys.map((field) => [valueName(field), { value: field.name }])) });
}

function makeMembers(name: string, create: GraphQLInputObjectType | undefined, update: GraphQLInputObjectType | undefined): GraphQLInputObjectType {
  const made = create && { create: { type: new GraphQLList(new GraphQLNonNull(create)), description: 'Made with this record, and pointing to it.' } };
  const moved = update && { connect: { type: ids, description: 'Point to this record from now on.' }, disconnect: { type: ids, description: 'Point to no record from now on.' } };
  return new GraphQLInputObjectType({ name, fields: { ...made, ...moved } });
}

function makeConversion(name: string, { conversions }: ReadableObject): GraphQLEnumType {
  return new GraphQLEnumType({ name, values: Object.fromEntries(conversions.map((action) => [action.name, { value: action.name, description: action.title }])) });
}
