import { fieldType } from '@guanxi/field-types';
import { graphqlNames, valueName, type FieldModel } from '@guanxi/metadata';
import { GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, type GraphQLInputFieldConfigMap } from 'graphql';
import { filters } from './filters.js';
import { means } from './meaning.js';
import type { ReadableObject } from './readable.js';
import { scalars } from './scalars.js';

export interface InputTypes {
  readonly where: GraphQLInputObjectType;
  readonly relationWhere: GraphQLInputObjectType;
  readonly orderBy: GraphQLInputObjectType;
  /** Absent where this person may not do it, or there is nothing to write. */
  readonly create?: GraphQLInputObjectType;
  readonly update?: GraphQLInputObjectType;
  readonly upsertKey?: GraphQLInputObjectType;
}

export const orderDirection = new GraphQLEnumType({ name: 'OrderDirection', values: { ASC: { value: 'asc' }, DESC: { value: 'desc' } } });

/** The inputs of an object; `types` finds those of the objects around it, which may not be made yet. */
export function makeInputTypes(readable: ReadableObject, types: (object: string) => InputTypes): InputTypes {
  const { object, access } = readable;
  const names = graphqlNames(object);
  const where: GraphQLInputObjectType = new GraphQLInputObjectType({ name: names.where, fields: () => whereFields(readable, where, types) });
  const keys = readable.fields.filter((field) => field.externalId && field.writable);
  const create = access.create && editable(readable).length > 0 ? makeWriteInput(names.createInput, readable, true) : undefined;
  return {
    where,
    relationWhere: new GraphQLInputObjectType({ name: names.relationWhere, fields: { some: { type: where }, none: { type: where }, every: { type: where } } }),
    orderBy: new GraphQLInputObjectType({ name: names.orderBy, fields: () => orderFields(readable, types) }),
    ...(create && { create }),
    ...(access.edit !== 'none' && editable(readable).length > 0 && { update: makeWriteInput(names.updateInput, readable, false) }),
    ...(create && access.edit !== 'none' && keys.length > 0 && { upsertKey: makeUpsertKey(names.upsertKey, keys) }),
  };
}

function whereFields({ fields, references, relations }: ReadableObject, self: GraphQLInputObjectType, types: (object: string) => InputTypes): GraphQLInputFieldConfigMap {
  const all = new GraphQLList(new GraphQLNonNull(self));
  return {
    AND: { type: all, ...means({ kind: 'and' }) },
    OR: { type: all, ...means({ kind: 'or' }) },
    NOT: { type: self, ...means({ kind: 'not' }) },
    ...Object.fromEntries(fields.map((field) => [valueName(field), { type: filters[field.type], ...means({ kind: 'value', field: field.name }) }])),
    ...Object.fromEntries(references.map((field) => [field.name, { type: types(field.target ?? '').where, ...means({ kind: 'one', field: field.name }) }])),
    ...Object.fromEntries(
      relations.map((relation) => [relation.name, { type: types(relation.object).relationWhere, ...means({ kind: 'relation', relation: relation.name }) }]),
    ),
  };
}

function orderFields({ fields, references }: ReadableObject, types: (object: string) => InputTypes): GraphQLInputFieldConfigMap {
  const sortable = fields.filter((field) => fieldType(field.type).sortable || field.name === 'id');
  return {
    ...Object.fromEntries(sortable.map((field) => [field.name, { type: orderDirection, ...means({ field: field.name }) }])),
    ...Object.fromEntries(references.map((field) => [field.name, { type: types(field.target ?? '').orderBy, ...means({ field: field.name }) }])),
  };
}

function editable({ object, access }: ReadableObject): readonly FieldModel[] {
  return object.fields.filter((field) => access.editableFields.has(field.name));
}

/** Whether a required value is there is told with all other problems of the record, not by the type. */
function makeWriteInput(name: string, readable: ReadableObject, creating: boolean): GraphQLInputObjectType {
  const fields = () => editable(readable).map((field) => {
    const description = [field.help, creating && field.required && field.default === undefined && !field.system ? 'Required.' : undefined].filter(Boolean).join(' ');
    return [valueName(field), { type: scalars[fieldType(field.type).scalar], ...(description && { description }), ...means({ field: field.name }) }] as const;
  });
  return new GraphQLInputObjectType({ name, fields: () => Object.fromEntries(fields()) });
}

function makeUpsertKey(name: string, keys: readonly FieldModel[]): GraphQLInputObjectType {
  const fields = keys.map((field) => [valueName(field), { type: scalars[fieldType(field.type).scalar], ...means({ field: field.name }) }] as const);
  return new GraphQLInputObjectType({ name, isOneOf: true, fields: Object.fromEntries(fields) });
}
