import { sql } from 'kysely';
import { defineOperator } from './define-operator.js';
import { listOf } from './list-of.js';

/** Every one of them is in the list that the record holds. */
export const includesAll = defineOperator({
  name: 'includesAll',
  operand: 'members',
  sql: (column, parameter) => sql<boolean>`${column} @> ${parameter}`,
  test: (value, operand) => value !== null && listOf(operand).every((item) => listOf(value).includes(item)),
});
