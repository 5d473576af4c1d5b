import { sql } from 'kysely';
import { defineOperator } from './define-operator.js';
import { listOf } from './list-of.js';

export const isIn = defineOperator({
  name: 'in',
  operand: 'list',
  sql: (column, parameter) => sql<boolean>`${column} = any(${parameter})`,
  test: (value, operand, compare) => value !== null && listOf(operand).some((item) => compare(value, item) === 0),
});
