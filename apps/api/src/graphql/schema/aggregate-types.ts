import { fieldType } from '@guanxi/field-types';
import { graphqlNames, valueName, type FieldModel } from '@guanxi/metadata';
import {
  GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType,
  type GraphQLFieldConfigMap, type GraphQLInputFieldConfigMap, type GraphQLNamedType, type GraphQLOutputType,
} from 'graphql';
import { filters } from './filters.js';
import { isKey, type GroupTypes } from './group-types.js';
import { orderDirection } from './input-types.js';
import { means } from './meaning.js';
import type { ReadableObject } from './readable.js';
import { scalars } from './scalars.js';
import { valueOutput, type IsTaken } from './value-types.js';

/** Without `first` there are this many groups. */
export const DEFAULT_GROUPS = 100;

/** The fields of a connection that say something of all its records. */
export function aggregateFields(readable: ReadableObject, groups: GroupTypes, isTaken: IsTaken): GraphQLFieldConfigMap<unknown, unknown> {
  const name = graphqlNames(readable.object).aggregate;
  const kinds = sortOut(readable);
  const members = summaryFields(name, kinds, isTaken);
  const group = new GraphQLObjectType({ name: `${name}Group`, fields: () => ({ key: { type: new GraphQLNonNull(groups.key) }, ...members() }) });
  const { having, orderBy } = makeInputs(name, kinds, groups);
  return {
    aggregate: { type: new GraphQLNonNull(new GraphQLObjectType({ name, fields: members })), description: 'Over all records of the list, on all its pages.' },
    groupBy: {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(group))),
      description: 'The records of the list by what they have in common, on all its pages.',
      args: {
        by: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(groups.by))) },
        having: { type: having, description: 'All of them have to hold.' },
        orderBy: { type: new GraphQLList(new GraphQLNonNull(orderBy)), description: 'By the keys where nothing else is said.' },
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

function sortOut({ fields }: ReadableObject): Kinds {
  const columnOf = ({ value }: FieldModel) => fieldType(value.type).column(value.settings).name;
  const numbers = fields.filter((field) => !field.system && (columnOf(field) === 'numeric' || columnOf(field) === 'bigint'));
  const ordered = fields.filter((field) => !UNORDERED.has(columnOf(field)) && fieldType(field.value.type).sortable);
  return { numbers, ordered, keys: fields.filter(isKey) };
}

/** PostgreSQL knows no least and no greatest of these. */
const UNORDERED: ReadonlySet<string> = new Set(['jsonb', 'boolean', 'uuid']);

function summaryFields(name: string, { numbers, ordered, keys }: Kinds, isTaken: IsTaken): () => GraphQLFieldConfigMap<unknown, unknown> {
  const summary = (suffix: string, fields: readonly FieldModel[], type: (field: FieldModel) => GraphQLOutputType) =>
    new GraphQLObjectType({ name: `${name}${suffix}`, fields: () => Object.fromEntries(fields.map((field) => [valueName(field), { type: type(field), ...means({ kind: 'field', field: field.name }) }])) });
  const counts = summary('Counts', keys, () => new GraphQLNonNull(GraphQLInt));
  const decimals = summary('Numbers', numbers, () => scalars.Decimal);
  const values = summary('Values', ordered, (field) => valueOutput(field, isTaken));
  return () => ({
    count: { type: new GraphQLNonNull(GraphQLInt), ...means({ kind: 'count' }) },
    ...(keys.length > 0 && { countDistinct: { type: new GraphQLNonNull(counts), description: 'How many different values there are, blanks aside.', ...means({ kind: 'countDistinct' }) } }),
    ...(numbers.length > 0 && {
      sum: { type: new GraphQLNonNull(decimals), ...means({ kind: 'sum' }) },
      avg: { type: new GraphQLNonNull(decimals), ...means({ kind: 'avg' }) },
    }),
    ...(ordered.length > 0 && {
      min: { type: new GraphQLNonNull(values), ...means({ kind: 'min' }) },
      max: { type: new GraphQLNonNull(values), ...means({ kind: 'max' }) },
    }),
  });
}

function makeInputs(name: string, { numbers, ordered, keys }: Kinds, groups: GroupTypes): { having: GraphQLInputObjectType; orderBy: GraphQLInputObjectType } {
  const input = (suffix: string, fields: () => GraphQLInputFieldConfigMap) => new GraphQLInputObjectType({ name: `${name}${suffix}`, fields });
  const each = (fields: readonly FieldModel[], type: (field: FieldModel) => GraphQLNamedType) => () =>
    Object.fromEntries(fields.map((field) => [valueName(field), { type: type(field) as GraphQLInputObjectType, ...means({ field: field.name }) }]));
  const functions = (suffix: string, ofCount: GraphQLNamedType, ofNumber: GraphQLNamedType, ofValue: (field: FieldModel) => GraphQLNamedType): GraphQLInputFieldConfigMap => {
    const counts = input(`Counts${suffix}`, each(keys, () => ofCount));
    const decimals = input(`Numbers${suffix}`, each(numbers, () => ofNumber));
    const values = input(`Values${suffix}`, each(ordered, ofValue));
    return {
      count: { type: ofCount as GraphQLInputObjectType },
      ...(keys.length > 0 && { countDistinct: { type: counts } }),
      ...(numbers.length > 0 && { sum: { type: decimals }, avg: { type: decimals } }),
      ...(ordered.length > 0 && { min: { type: values }, max: { type: values } }),
    };
  };
  return {
    having: input('Having', () => functions('Having', filters.integer, filters.decimal, ({ value }) => filters[value.type])),
    orderBy: input('OrderBy', () => ({ key: { type: groups.keyOrder }, ...functions('OrderBy', orderDirection, orderDirection, () => orderDirection) })),
  };
}
