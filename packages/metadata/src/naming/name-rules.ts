import { snakeCase } from './snake-case.js';

export const LONGEST_NAME = 50;

const objectPattern = /^[A-Z][A-Za-z0-9]*$/;
const fieldPattern = /^[a-z][A-Za-z0-9]*$/;

/** Types that the org's GraphQL schema has without any object. */
const graphqlTypes = new Set([
  'Query', 'Mutation', 'Subscription', 'ID', 'String', 'Boolean', 'Int', 'Float', 'Integer', 'Decimal', 'Date', 'DateTime', 'JSON',
  'PageInfo', 'Node', 'OrderDirection', 'SortDirection', 'SearchResult', 'User', 'Objects',
]);
/** Endings of the types that belong to every object. */
const graphqlEndings = ['Where', 'OrderBy', 'Connection', 'Edge', 'Create', 'Update', 'UpsertKey', 'Filter', 'Aggregate'];
/** Fields of Query that exist without any object. */
const queryFields = new Set(['search', 'node', 'nodes', 'session', 'me']);
/** PostgreSQL gives these columns to every table. */
const postgresColumns = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid']);
/** Columns that every record has. */
const recordColumns = new Set([
  'id', 'owner_id', 'created_at', 'created_by', 'updated_at', 'updated_by', 'version', 'deleted_at',
]);
/** Words of GraphQL and of the formula language, and names that every JavaScript object already answers to. */
const reservedWords = new Set([
  'true', 'false', 'null', 'and', 'or', 'not', 'me', 'some', 'none', 'every',
  'constructor', 'prototype', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toString', 'toLocaleString', 'valueOf', 'toJSON', 'then',
]);

/** Why a name cannot be used, as the end of a sentence that begins with it; undefined where it can. */
export function objectNameFault(name: string): string | undefined {
  if (!objectPattern.test(name)) return 'must begin with a capital letter and hold only letters A–Z and digits, as in "OrderItem"';
  if (name.length > LONGEST_NAME) return `is ${name.length} characters long; ${LONGEST_NAME} are the most`;
  if (graphqlTypes.has(name)) return 'is a type of the platform itself';
  const ending = graphqlEndings.find((one) => name.length > one.length && name.endsWith(one));
  if (ending) return `ends in "${ending}", as the API's own types do`;
  return undefined;
}

export function fieldNameFault(name: string, isReference: boolean): string | undefined {
  if (!fieldPattern.test(name)) return 'must begin with a small letter and hold only letters A–Z and digits, as in "orderedOn"';
  if (name.length > LONGEST_NAME) return `is ${name.length} characters long; ${LONGEST_NAME} are the most`;
  if (reservedWords.has(name)) return 'is a reserved word';
  const column = isReference ? `${snakeCase(name)}_id` : snakeCase(name);
  if (recordColumns.has(column) || recordColumns.has(snakeCase(name))) return 'is a field that every record already has';
  if (postgresColumns.has(column)) return 'is a column that PostgreSQL gives to every table';
  return undefined;
}

/** Names of to-many sides and plurals: camelCase, as fields are. */
export function listNameFault(name: string): string | undefined {
  if (!fieldPattern.test(name)) return 'must begin with a small letter and hold only letters A–Z and digits, as in "orders"';
  if (name.length > LONGEST_NAME) return `is ${name.length} characters long; ${LONGEST_NAME} are the most`;
  if (reservedWords.has(name)) return 'is a reserved word';
  return undefined;
}

export function isQueryField(name: string): boolean {
  return queryFields.has(name);
}
