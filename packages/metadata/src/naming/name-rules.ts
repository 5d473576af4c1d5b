import type { Sentence, Wording } from '@guanxi/field-types';
import { snakeCase } from './snake-case.js';

export const LONGEST_NAME = 50;

const objectPattern = /^[A-Z][A-Za-z0-9]*$/;
const fieldPattern = /^[a-z][A-Za-z0-9]*$/;

/** Types that the org's GraphQL schema has without any object. */
const graphqlTypes = new Set([
  'Query', 'Mutation', 'Subscription', 'ID', 'String', 'Boolean', 'Int', 'Float', 'Integer', 'Decimal', 'Date', 'DateTime', 'JSON',
  'CalendarUnit', 'CalendarPart', 'CalendarPartValues', 'RecordListChange',
  'PageInfo', 'Node', 'OrderDirection', 'SortDirection', 'SearchResult', 'BulkResult', 'BulkStatus', 'User', 'File', 'Objects',
]);
/** Endings of the types that belong to every object. */
const graphqlEndings = ['Where', 'OrderBy', 'Connection', 'Edge', 'Create', 'Update', 'UpsertKey', 'UpsertField', 'Filter', 'Aggregate', 'Input'];
/** Fields of Query that exist without any object. */
const queryFields = new Set(['search', 'node', 'nodes', 'session', 'me']);
/** PostgreSQL gives these columns to every table. */
const postgresColumns = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid']);
/** Columns that every record has. */
const recordColumns = new Set([
  'id', 'owner_id', 'created_at', 'created_by', 'updated_at', 'updated_by', 'version', 'deleted_at', 'record_type',
]);
/** Words of GraphQL and of the formula language, and names that every JavaScript object already answers to. */
const reservedWords = new Set([
  'true', 'false', 'null', 'and', 'or', 'not', 'me', 'some', 'none', 'every',
  'constructor', 'prototype', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toString', 'toLocaleString', 'valueOf', 'toJSON', 'then',
]);

/** Why a name cannot be used, as the end of a sentence that begins with it; undefined where it can. */
export function objectNameFault(name: string): Sentence | undefined {
  if (!objectPattern.test(name)) return { ...capitalFirst, words: { example: 'OrderItem' } };
  if (name.length > LONGEST_NAME) return tooLong(name);
  if (graphqlTypes.has(name)) return platformType;
  const ending = graphqlEndings.find((one) => name.length > one.length && name.endsWith(one));
  return ending === undefined ? undefined : { ...apiEnding, words: { ending } };
}

export function fieldNameFault(name: string, isReference: boolean): Sentence | undefined {
  const fault = listNameFault(name, 'orderedOn');
  if (fault) return fault;
  const column = isReference ? `${snakeCase(name)}_id` : snakeCase(name);
  if (recordColumns.has(column) || recordColumns.has(snakeCase(name))) return everyRecord;
  return postgresColumns.has(column) ? everyTable : undefined;
}

/** Names of to-many sides and plurals: camelCase, as fields are. */
export function listNameFault(name: string, example = 'orders'): Sentence | undefined {
  if (!fieldPattern.test(name)) return { ...smallFirst, words: { example } };
  if (name.length > LONGEST_NAME) return tooLong(name);
  return reservedWords.has(name) ? reserved : undefined;
}

function tooLong(name: string): Sentence {
  return { ...tooManyCharacters, words: { length: String(name.length), most: String(LONGEST_NAME) } };
}

const capitalFirst: Wording = {
  en: 'must begin with a capital letter and hold only letters A–Z and digits, as in "{example}"',
  'zh-TW': '必須以大寫字母開頭，且只能包含英文字母與數字，例如「{example}」',
  'zh-CN': '必须以大写字母开头，且只能包含英文字母与数字，例如“{example}”',
};
const smallFirst: Wording = {
  en: 'must begin with a small letter and hold only letters A–Z and digits, as in "{example}"',
  'zh-TW': '必須以小寫字母開頭，且只能包含英文字母與數字，例如「{example}」',
  'zh-CN': '必须以小写字母开头，且只能包含英文字母与数字，例如“{example}”',
};
const tooManyCharacters: Wording = {
  en: 'is {length} characters long; {most} are the most', 'zh-TW': '有 {length} 個字元；最多 {most} 個', 'zh-CN': '有 {length} 个字符；最多 {most} 个',
};
const platformType: Wording = { en: 'is a type of the platform itself', 'zh-TW': '是平台本身的型別', 'zh-CN': '是平台本身的类型' };
const apiEnding: Wording = { en: 'ends in "{ending}", as the API\'s own types do', 'zh-TW': '以「{ending}」結尾，與 API 本身的型別相同', 'zh-CN': '以“{ending}”结尾，与 API 本身的类型相同' };
const everyRecord: Wording = { en: 'is a field that every record already has', 'zh-TW': '是每筆記錄都已有的欄位', 'zh-CN': '是每条记录都已有的字段' };
const everyTable: Wording = { en: 'is a column that PostgreSQL gives to every table', 'zh-TW': '是 PostgreSQL 給每個資料表的欄', 'zh-CN': '是 PostgreSQL 给每个数据表的列' };
const reserved: Wording = { en: 'is a reserved word', 'zh-TW': '是保留字', 'zh-CN': '是保留字' };

export function isQueryField(name: string): boolean {
  return queryFields.has(name);
}
