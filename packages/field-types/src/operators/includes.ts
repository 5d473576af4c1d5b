import { sql } from 'kysely';
import { defineOperator } from './define-operator.js';
import { listOf } from './list-of.js';

/** At least one of them is in the list that the record holds. */
export const includes = defineOperator({
  name: 'includes',
  operand: 'members',
  sql: (column, parameter) => sql<boolean>`${column} && ${parameter}`,
  test: (value, operand) => value !== null && listOf(operand).some((item) => listOf(value).includes(item)),
});
