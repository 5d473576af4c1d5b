import { sql } from 'kysely';
import { defineOperator } from './define-operator.js';
import { listOf } from './list-of.js';

/** A blank value is in no list. */
export const notIn = defineOperator({
  name: 'notIn',
  operand: 'list',
  sql: (column, parameter) => sql<boolean>`(${column} is null or ${column} <> all(${parameter}))`,
  test: (value, operand, compare) => value === null || listOf(operand).every((item) => compare(value, item) !== 0),
});
