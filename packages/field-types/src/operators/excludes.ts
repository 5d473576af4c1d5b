import { sql } from 'kysely';
import { defineOperator } from './define-operator.js';
import { listOf } from './list-of.js';

/** None of them is in the list that the record holds; a blank list holds nothing. */
export const excludes = defineOperator({
  name: 'excludes',
  operand: 'members',
  sql: (column, parameter) => sql<boolean>`(${column} && ${parameter}) is not true`,
  test: (value, operand) => value === null || !listOf(operand).some((item) => listOf(value).includes(item)),
});
