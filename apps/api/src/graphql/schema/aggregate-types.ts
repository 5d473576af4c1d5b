import { fieldType } from '@guanxi/field-types';
import { graphqlNames, valueName, type FieldModel } from '@guanxi/metadata';
import {
  GraphQLEnumType, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType,
  type GraphQLFieldConfigMap, type GraphQLInputFieldConfigMap, type GraphQLNamedType,
} from 'graphql';
import { calendarUnit, filters } from './filters.js';
import { orderDirection } from './input-types.js';
import { means } from './meaning.js';
import type { ReadableObject } from './readable.js';
import { scalars } from './scalars.js';
import { valueOutput, type IsTaken } from './value-types.js';

/** Without `first` there are this many groups. */
export const DEFAULT_GROUPS = 100;

/** The fields of a connection that say something of all its records; `record` finds the types of records, which may not be made yet. */
export function aggregateFields(readable: ReadableObject, record: (object: string) => GraphQLObjectType, isTaken: IsTaken): GraphQLFieldConfigMap<unknown, unknown> {
  const types = makeTypes(readable, record, isTaken);
  const groups = new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(types.group)));
  return {
    aggregate: { type: new GraphQLNonNull(types.aggregate), description: 'Over all records of the list, on all its pages.' },
    groupBy: {
      type: groups,
      description: 'The records of the list by what they have in common, on all its pages.',
      args: {
        by: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(types.by))) },
        having: { type: types.having },
        orderBy: { type: new GraphQLList(new GraphQLNonNull(types.orderBy)), description: 'By the keys where nothing else is said.' },
        first: { type: GraphQLInt, defaultValue: DEFAULT_GROUPS },
      },
    },
  };
}

interface Kinds {
  readonly numbers: readonly FieldModel[];
  readonly ordered: readonly FieldModel[];
  readonly keys: readonly FieldModel[];
}

function makeTypes(readable: ReadableObject, record: (object: string) => GraphQLObjectType, isTaken: IsTaken) {
  const name = graphqlNames(readable.object).aggregate;
  const kinds = sortOut(readable);
  const numbers = summary(`${name}Numbers`, kinds.numbers, () => scalars.Decimal);
  const values = summary(`${name}Values`, kinds.ordered, (field) => valueOutput(field, isTaken));
  const members = (): GraphQLFieldConfigMap<unknown, unknown> => ({
    count: { type: new GraphQLNonNull(GraphQLInt), ...means({ kind: 'count' }) },
    ...(kinds.numbers.length > 0 && {
      sum: { type: new GraphQLNonNull(numbers), ...means({ kind: 'sum' }) },
      avg: { type: new GraphQLNonNull(numbers), ...means({ kind: 'avg' }) },
    }),
    ...(kinds.ordered.length > 0 && {
      min: { type: new GraphQLNonNull(values), ...means({ kind: 'min' }) },
      max: { type: new GraphQLNonNull(values), ...means({ kind: 'max' }) },
    }),
  });
  const key = new GraphQLObjectType({ name: `${name}Key`, fields: () => keyFields(kinds.keys, readable, record, isTaken) });
  return {
    aggregate: new GraphQLObjectType({ name, fields: members }),
    group: new GraphQLObjectType({ name: `${name}Group`, fields: () => ({ key: { type: new GraphQLNonNull(key) }, ...members() }) }),
    ...makeInputs(name, kinds),
  };
}

function sortOut({ fields }: ReadableObject): Kinds {
  const columnOf = ({ value }: FieldModel) => fieldType(value.type).column(value.settings).name;
  const isPlain = ({ value }: FieldModel) => columnOf({ value } as FieldModel) !== 'jsonb' && fieldType(value.type).encrypted !== true;
  const numbers = fields.filter((field) => !field.system && (columnOf(field) === 'numeric' || columnOf(field) === 'bigint'));
  const ordered = fields.filter((field) => isPlain(field) && fieldType(field.value.type).sortable && columnOf(field) !== 'boolean');
  const keys = fields.filter((field) => isPlain(field) && field.name !== 'id' && field.name !== 'version');
  return { numbers, ordered, keys };
}

function summary(name: string, fields: readonly FieldModel[], type: (field: FieldModel) => ReturnType<typeof valueOutput>): GraphQLObjectType {
  return new GraphQLObjectType({ name, fields: () => Object.fromEntries(fields.map((field) => [valueName(field), { type: type(field), ...means({ kind: 'field', field: field.name }) }])) });
}

/** What the records of a group have in common: only the fields they are grouped by can be asked for. */
function keyFields(keys: readonly FieldModel[], { references }: ReadableObject, record: (object: string) => GraphQLObjectType, isTaken: IsTaken): GraphQLFieldConfigMap<unknown, unknown> {
  return {
    ...Object.fromEntries(keys.map((field) => [valueName(field), { type: valueOutput(field, isTaken), ...means({ kind: 'value', field: field.name }) }])),
    ...Object.fromEntries(references.map((field) => [field.name, { type: record(field.target ?? ''), ...means({ kind: 'one', field: field.name }) }])),
  };
}

function makeInputs(name: string, kinds: Kinds): { by: GraphQLInputObjectType; having: GraphQLInputObjectType; orderBy: GraphQLInputObjectType } {
  const input = (suffix: string, fields: () => GraphQLInputFieldConfigMap) => new GraphQLInputObjectType({ name: `${name}${suffix}`, fields });
  const each = (fields: readonly FieldModel[], type: (field: FieldModel) => GraphQLNamedType) => () =>
    Object.fromEntries(fields.map((field) => [valueName(field), { type: type(field) as GraphQLInputObjectType, ...means({ field: field.name }) }]));
  const field = new GraphQLEnumType({ name: `${name}Field`, values: Object.fromEntries(kinds.keys.map((key) => [valueName(key), { value: key.name }])) });
  const numberFilters = input('NumbersHaving', each(kinds.numbers, () => filters.decimal));
  const valueFilters = input('ValuesHaving', each(kinds.ordered, ({ value }) => filters[value.type]));
  const numberOrders = input('NumbersOrderBy', each(kinds.numbers, () => orderDirection));
  const valueOrders = input('ValuesOrderBy', each(kinds.ordered, () => orderDirection));
  const keyOrders = input('KeyOrderBy', each(kinds.keys, () => orderDirection));
  const both = (numbers: GraphQLInputObjectType, values: GraphQLInputObjectType): GraphQLInputFieldConfigMap => ({
    ...(kinds.numbers.length > 0 && { sum: { type: numbers }, avg: { type: numbers } }),
    ...(kinds.ordered.length > 0 && { min: { type: values }, max: { type: values } }),
  });
  return {
    by: input('By', () => ({
      field: { type: new GraphQLNonNull(field) },
      unit: { type: calendarUnit, description: 'Of a day or an instant: the stretch of the calendar it falls into.' },
    })),
    having: input('Having', () => ({ count: { type: filters.integer }, ...both(numberFilters, valueFilters) })),
    orderBy: input('OrderBy', () => ({ key: { type: keyOrders }, count: { type: orderDirection }, ...both(numberOrders, valueOrders) })),
  };
}
