import { sql } from 'kysely';
import { defineOperator } from './define-operator.js';

export const lte = defineOperator({
  name: 'lte',
  operand: 'value',
  sql: (column, parameter) => sql<boolean>`${column} <= ${parameter}`,
  test: (value, operand, compare) => value !== null && compare(value, operand) <= 0,
});
