import { sql } from 'kysely';
import { defineOperator } from './define-operator.js';

export const isBlank = defineOperator({
  name: 'isBlank',
  operand: 'boolean',
  sql: (column, parameter) => sql<boolean>`(${column} is null) = ${parameter}`,
  test: (value, operand) => (value === null) === operand,
});
