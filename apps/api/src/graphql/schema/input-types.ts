import { fieldType } from '@guanxi/field-types';
import { graphqlNames, valueName, type FieldModel } from '@guanxi/metadata';
import { GraphQLBoolean, GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, type GraphQLInputFieldConfigMap } from 'graphql';
import { filters } from './filters.js';
import { means, type ReadFormula } from './meaning.js';
import type { ReadableObject } from './readable.js';
import { formulaFilter } from './scalars.js';
import { partTypes, type IsTaken } from './value-types.js';
import { makeWriteInputs, type WriteInputs } from './write-inputs.js';

export interface InputTypes extends WriteInputs {
  readonly where: GraphQLInputObjectType;
  readonly relationWhere: GraphQLInputObjectType;
  readonly orderBy: GraphQLInputObjectType;
}

export const orderDirection = new GraphQLEnumType({ name: 'OrderDirection', values: { ASC: { value: 'asc' }, DESC: { value: 'desc' } } });

/** The inputs of an object; `types` finds those of the objects around it, which may not be made yet. */
export function makeInputTypes(readable: ReadableObject, types: (object: string) => InputTypes, isTaken: IsTaken, readFormula: ReadFormula): InputTypes {
  const names = graphqlNames(readable.object);
  const where: GraphQLInputObjectType = new GraphQLInputObjectType({ name: names.where, fields: () => whereFields(readable, where, types, readFormula) });
  return {
    where,
    relationWhere: new GraphQLInputObjectType({ name: names.relationWhere, fields: { some: { type: where }, none: { type: where }, every: { type: where } } }),
    orderBy: new GraphQLInputObjectType({ name: names.orderBy, fields: () => orderFields(readable, types, isTaken) }),
    ...makeWriteInputs(readable, types, isTaken),
  };
}

function whereFields({ object, fields, references, unions, relations }: ReadableObject, self: GraphQLInputObjectType, types: (object: string) => InputTypes, readFormula: ReadFormula): GraphQLInputFieldConfigMap {
  const all = new GraphQLList(new GraphQLNonNull(self));
  return {
    AND: { type: all, ...means({ kind: 'and' }) },
    OR: { type: all, ...means({ kind: 'or' }) },
    NOT: { type: self, ...means({ kind: 'not' }) },
    FORMULA: { type: formulaFilter, ...means({ kind: 'formula', read: readFormula }) },
    ...Object.fromEntries(fields.map((field) => [valueName(field), { type: filters[field.value.type], ...means({ kind: 'value', field: field.name }) }])),
    ...Object.fromEntries(references.map((field) => [field.name, { type: types(field.target ?? '').where, ...means({ kind: 'one', field: field.name }) }])),
    ...Object.fromEntries(unions.map(({ field, members }) => [field.name, { type: unionWhere(object.name, field, members, types), ...means({ kind: 'all' }) }])),
    ...Object.fromEntries(
      relations.map((relation) => [relation.name, { type: types(relation.object).relationWhere, ...means({ kind: 'relation', relation: relation.name }) }]),
    ),
  };
}

/** Which record of one of several objects is pointed to: `{ deal: { stage: { eq: "won" } } }`, the keys as in writing. */
function unionWhere(object: string, field: FieldModel, members: readonly FieldModel[], types: (object: string) => InputTypes): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name: `${object}${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}Where`,
    fields: () => ({
      isBlank: { type: GraphQLBoolean, ...means({ kind: 'noneOf', fields: members.map(({ name }) => name) }) },
      ...Object.fromEntries(
        members.map(({ name, target = '' }) => [`${target.charAt(0).toLowerCase()}${target.slice(1)}`, { type: types(target).where, ...means({ kind: 'one', field: name }) }]),
      ),
    }),
  });
}

function orderFields({ fields, references }: ReadableObject, types: (object: string) => InputTypes, isTaken: IsTaken): GraphQLInputFieldConfigMap {
  return {
    ...Object.fromEntries(fields.flatMap((field) => orderEntries(field, isTaken))),
    ...Object.fromEntries(references.map((field) => [field.name, { type: types(field.target ?? '').orderBy, ...means({ field: field.name }) }])),
  };
}

type OrderEntry = readonly [string, GraphQLInputFieldConfigMap[string]];

/** A value of several parts is ordered by one of them; one that also reads as a whole, as a name does, by `<field>Part`. */
function orderEntries(field: FieldModel, isTaken: IsTaken): OrderEntry[] {
  const kind = fieldType(field.value.type);
  const whole = kind.sortable || field.name === 'id';
  const meaning = means({ field: field.name });
  return [
    ...(whole ? [[field.name, { type: orderDirection, ...meaning }] satisfies OrderEntry] : []),
    ...(kind.parts ? [[whole ? `${field.name}Part` : field.name, { type: partOrder(field, isTaken), ...meaning }] satisfies OrderEntry] : []),
  ];
}

const partOrders = new Map<string, GraphQLInputObjectType>();

export function partOrder({ value: { type } }: FieldModel, isTaken: IsTaken): GraphQLInputObjectType {
  const name = `${partTypes(type, isTaken).output.name}OrderBy`;
  const parts = Object.keys(fieldType(type).parts ?? {}).map((part) => [part, { type: orderDirection, ...means({ part }) }] as const);
  const known = partOrders.get(name) ?? new GraphQLInputObjectType({ name, fields: Object.fromEntries(parts) });
  partOrders.set(name, known);
  return known;
}
