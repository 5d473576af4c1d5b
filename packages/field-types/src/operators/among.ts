import { sql } from 'kysely';
import { defineOperator } from './define-operator.js';
import { listOf } from './list-of.js';

/** People around the person who asks: `{ among: "myTeams" }`. Who they are only the org knows: it makes a list of ids of the word before `sql` and `test` see it. */
export const among = defineOperator({
  name: 'among',
  operand: 'people',
  sql: (column, parameter) => sql<boolean>`${column} = any(${parameter})`,
  test: (value, operand, compare) => value !== null && listOf(operand).some((person) => compare(value, person) === 0),
});
