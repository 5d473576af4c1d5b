import { fieldType, say, type FieldTypeName } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import {
  GraphQLInputObjectType, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString, type GraphQLInputType, type GraphQLOutputType, type GraphQLScalarType,
} from 'graphql';
import { means } from './meaning.js';
import { scalars } from './scalars.js';

/** Types of the values that have several parts; everybody shares them. */
interface PartTypes {
  readonly output: GraphQLObjectType;
  readonly input: GraphQLInputObjectType;
}

/** The scalar that carries a field's value, or one item of it. */
export function scalarOf(field: FieldModel): GraphQLScalarType {
  return scalars[fieldType(field.value.type).scalar];
}

export function valueOutput(field: FieldModel, isTaken: IsTaken): GraphQLOutputType {
  const { parts, list } = fieldType(field.value.type);
  if (parts) return partTypes(field.value.type, isTaken).output;
  return list ? listOfScalar(field) : scalarOf(field);
}

export function valueInput(field: FieldModel, isTaken: IsTaken): GraphQLInputType {
  const { parts, list } = fieldType(field.value.type);
  if (parts) return partTypes(field.value.type, isTaken).input;
  return list ? listOfScalar(field) : scalarOf(field);
}

/** Whether an object of the org has this name: then the platform's type of that name steps aside. */
export type IsTaken = (name: string) => boolean;

const made = new Map<string, PartTypes>();

export function partTypes(type: FieldTypeName, isTaken: IsTaken): PartTypes {
  const plain = `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
  const name = isTaken(plain) || isTaken(`${plain}Input`) ? `${plain}Value` : plain;
  const known = made.get(name) ?? makePartTypes(type, name);
  made.set(name, known);
  return known;
}

function makePartTypes(type: FieldTypeName, name: string): PartTypes {
  const kind = fieldType(type);
  const parts = Object.entries(kind.parts ?? {});
  const output = parts.map(([key, { scalar, label }]) => [key, { type: scalars[scalar], description: say(label, 'en'), ...means({ kind: 'part', part: key }) }] as const);
  const input = parts.map(([key, { scalar, label }]) => [key, { type: scalars[scalar], description: say(label, 'en') }] as const);
  return {
    output: new GraphQLObjectType({ name, fields: { ...Object.fromEntries(output), ...(kind.text && { text: whole }) } }),
    input: new GraphQLInputObjectType({ name: `${name}Input`, fields: Object.fromEntries(input) }),
  };
}

const whole = { type: GraphQLString, description: 'The whole as people read it.', ...means({ kind: 'text' }) };

function listOfScalar(field: FieldModel): GraphQLList<GraphQLNonNull<GraphQLScalarType>> {
  return new GraphQLList(new GraphQLNonNull(scalarOf(field)));
}
