import { sql } from 'kysely';
import { defineOperator } from './define-operator.js';
import { escapePattern, foldCase } from './fold-case.js';

/** Upper and lower case are the same. */
export const endsWith = defineOperator({
  name: 'endsWith',
  operand: 'text',
  resolveOperand: (operand) => String(operand).normalize('NFC'),
  toParameter: (operand) => `%${escapePattern(String(operand))}`,
  sql: (column, parameter) => sql<boolean>`${column} ilike ${parameter}`,
  test: (value, operand) => value !== null && foldCase(String(value)).endsWith(foldCase(String(operand))),
});
