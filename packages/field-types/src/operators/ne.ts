import { sql } from 'kysely';
import { defineOperator } from './define-operator.js';

/** A blank value differs from every operand. */
export const ne = defineOperator({
  name: 'ne',
  operand: 'value',
  sql: (column, parameter) => sql<boolean>`${column} is distinct from ${parameter}`,
  test: (value, operand, compare) => value === null || compare(value, operand) !== 0,
});
