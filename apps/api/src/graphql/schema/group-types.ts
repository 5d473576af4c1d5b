import { fieldType } from '@guanxi/field-types';
import { graphqlNames, valueName, type FieldModel } from '@guanxi/metadata';
import { calendarParts } from '@guanxi/query';
import {
  GraphQLEnumType, GraphQLInputObjectType, GraphQLInt, GraphQLNonNull, GraphQLObjectType, type GraphQLFieldConfigMap, type GraphQLInputFieldConfigMap,
} from 'graphql';
import { calendarUnit } from './filters.js';
import { orderDirection, partOrder } from './input-types.js';
import { means } from './meaning.js';
import type { ReadableObject } from './readable.js';
import { partTypes, valueOutput, type IsTaken } from './value-types.js';

/** What the records of an object may be grouped by, here and wherever a reference leads to them. */
export interface GroupTypes {
  readonly by: GraphQLInputObjectType;
  readonly key: GraphQLObjectType;
  readonly keyOrder: GraphQLInputObjectType;
}

/** What is around an object; other objects' types may not be made yet. */
export interface GroupSurroundings {
  readonly record: (object: string) => GraphQLObjectType;
  readonly groups: (object: string) => GroupTypes;
  readonly isTaken: IsTaken;
}

/** Whether records can be grouped by a field of theirs: a single value that can be compared and read. */
export function isKey({ name, value }: FieldModel): boolean {
  const kind = fieldType(value.type);
  return kind.column(value.settings).name !== 'jsonb' && kind.encrypted !== true && name !== 'id' && name !== 'version';
}

export function makeGroupTypes(readable: ReadableObject, around: GroupSurroundings): GroupTypes {
  const name = graphqlNames(readable.object).aggregate;
  const keys = readable.fields.filter(isKey);
  const pieced = readable.fields.filter(({ value }) => fieldType(value.type).parts !== undefined);
  const field = new GraphQLEnumType({
    name: `${name}Field`,
    description: 'Single values. Lists of records are no keys: group the records in between, or those on the other side.',
    values: Object.fromEntries(keys.map((key) => [valueName(key), { value: key.name }])),
  });
  const of = new GraphQLInputObjectType({ name: `${name}Of`, isOneOf: true, fields: () => ofFields(readable, pieced, around) });
  const hasInner = readable.references.length > 0 || pieced.length > 0;
  return {
    by: new GraphQLInputObjectType({
      name: `${name}By`,
      description: 'Either "field" or "of".',
      fields: () => ({
        field: { type: field },
        unit: { type: calendarUnit, description: 'Of a day or an instant: the stretch of the calendar it falls into.' },
        part: { type: calendarPart, description: 'Of a day or an instant: what days of different years have in common.' },
        ...(hasInner && { of: { type: of, description: 'A field of the record that a reference leads to, or a piece of a value.' } }),
      }),
    }),
    key: new GraphQLObjectType({ name: `${name}Key`, fields: () => keyFields(keys, pieced, readable, around) }),
    keyOrder: new GraphQLInputObjectType({ name: `${name}KeyOrderBy`, fields: () => orderFields(keys, pieced, readable, around) }),
  };
}

const calendarPart = new GraphQLEnumType({
  name: 'CalendarPart',
  description: 'hour: 0 to 23 · weekday: 1 (Monday) to 7 · month: 1 to 12 · quarter: 1 to 4; in the time zone of the person who asks.',
  values: Object.fromEntries(calendarParts.map((part) => [part, {}])),
});

const calendarNumbers = new GraphQLObjectType({
  name: 'CalendarPartValues',
  fields: Object.fromEntries(calendarParts.map((part) => [part, { type: GraphQLInt, ...means({ kind: 'calendar', part }) }])),
});

const calendarOrder = new GraphQLInputObjectType({
  name: 'CalendarPartOrderBy',
  fields: Object.fromEntries(calendarParts.map((part) => [part, { type: orderDirection, ...means({ calendar: part }) }])),
});

function isOfCalendar({ value }: FieldModel): boolean {
  const { name } = fieldType(value.type).column(value.settings);
  return name === 'date' || name === 'timestamptz';
}

function ofFields({ references }: ReadableObject, pieced: readonly FieldModel[], { groups, isTaken }: GroupSurroundings): GraphQLInputFieldConfigMap {
  return {
    ...Object.fromEntries(pieced.map((field) => [field.name, { type: pieces(field, isTaken), ...means({ field: field.name }) }])),
    ...Object.fromEntries(references.map((field) => [field.name, { type: groups(field.target ?? '').by, ...means({ field: field.name }) }])),
  };
}

const pieceEnums = new Map<string, GraphQLEnumType>();

/** The pieces of a value as words: `{ of: { home: city } }`. */
function pieces({ value: { type } }: FieldModel, isTaken: IsTaken): GraphQLEnumType {
  const name = `${partTypes(type, isTaken).output.name}Piece`;
  const known = pieceEnums.get(name) ?? new GraphQLEnumType({ name, values: Object.fromEntries(Object.keys(fieldType(type).parts ?? {}).map((part) => [part, {}])) });
  pieceEnums.set(name, known);
  return known;
}

/** What the records of a group have in common: only what they are grouped by can be asked for. */
function keyFields(keys: readonly FieldModel[], pieced: readonly FieldModel[], { references }: ReadableObject, { record, isTaken }: GroupSurroundings): GraphQLFieldConfigMap<unknown, unknown> {
  return {
    ...Object.fromEntries(keys.filter(isOfCalendar).map((field) => [`${field.name}Part`, { type: new GraphQLNonNull(calendarNumbers), ...means({ kind: 'calendarOf', field: field.name }) }])),
    ...Object.fromEntries(keys.map((field) => [valueName(field), { type: valueOutput(field, isTaken), ...means({ kind: 'value', field: field.name }) }])),
    ...Object.fromEntries(pieced.map((field) => [field.name, { type: new GraphQLNonNull(valueOutput(field, isTaken)), ...means({ kind: 'parts', field: field.name }) }])),
    ...Object.fromEntries(references.map((field) => [field.name, { type: record(field.target ?? ''), ...means({ kind: 'one', field: field.name }) }])),
  };
}

function orderFields(keys: readonly FieldModel[], pieced: readonly FieldModel[], { references }: ReadableObject, { groups, isTaken }: GroupSurroundings): GraphQLInputFieldConfigMap {
  return {
    ...Object.fromEntries(keys.filter(isOfCalendar).map((field) => [`${field.name}Part`, { type: calendarOrder, ...means({ field: field.name }) }])),
    ...Object.fromEntries(keys.map((field) => [valueName(field), { type: orderDirection, ...means({ field: field.name }) }])),
    ...Object.fromEntries(pieced.map((field) => [field.name, { type: partOrder(field, isTaken), ...means({ field: field.name }) }])),
    ...Object.fromEntries(references.map((field) => [field.name, { type: groups(field.target ?? '').keyOrder, ...means({ field: field.name }) }])),
  };
}
