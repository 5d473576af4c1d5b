import { fitName } from './fit-name.js';
import { snakeCase } from './snake-case.js';

/** Table of an object, inside the org's schema: `OrderItem` → `order_item`. */
export const tableName = (object: string): string => fitName(snakeCase(object));

/** Column of a field: `orderedOn` → `ordered_on`; of a field that points to a record: `customer` → `customer_id`. */
export const columnName = (field: string, isReference: boolean): string =>
  fitName(isReference ? `${snakeCase(field)}_id` : snakeCase(field));

export const primaryKeyName = (table: string): string => fitName(table, 'pkey');
export const foreignKeyName = (table: string, column: string): string => fitName(table, column, 'fkey');
export const uniqueIndexName = (table: string, column: string): string => fitName(table, column, 'key');
export const indexName = (table: string, columns: readonly string[]): string => fitName(table, ...columns, 'idx');
export const matchIndexName = (table: string, column: string, how: 'exact' | 'fuzzy'): string => fitName(table, column, how === 'exact' ? 'same' : 'like');
/** Finds what an address has agreed to. */
export const consentIndexName = (table: string, column: string): string => fitName(table, column, 'consent');
export const searchIndexName = (table: string, column: string): string => fitName(table, column, 'trgm');
/** Finds the records whose field contains what somebody searches for. */
export const searchTermsIndexName = (table: string, column: string): string => fitName(table, column, 'search');
export const sequenceName = (table: string, column: string): string => fitName(table, column, 'seq');

/** Beside the column of a roll-up: the exact sum of what it adds up or averages, and of an average the number of values. */
export const rollUpSumColumn = (column: string): string => fitName(column, 'sum');
export const rollUpCountColumn = (column: string): string => fitName(column, 'count');
/** Where the least and the greatest value, or the first and the last record, are looked up. */
export const rollUpIndexName = (table: string, columns: readonly string[]): string => fitName(table, ...columns, 'roll');

/** What a column or table is called that a revision has removed, as long as it can be brought back. */
export const asideName = (revision: number, name: string): string => fitName(`_gone_${revision}_${name}`);
/** A check that stands for NOT NULL until every row of a large table has been looked at. */
export const requiredCheckName = (table: string, column: string): string => fitName(table, column, 'required');
