import { sql } from 'kysely';
import { defineOperator } from './define-operator.js';
import { listOf } from './list-of.js';
import { type Period, periodDays, startOfDay } from './period.js';

/** Days and instants inside a period that moves with the calendar: `{ within: { last: { days: 30 } } }`. */
export const within = defineOperator({
  name: 'within',
  operand: 'period',
  resolveOperand: (operand, moment, column) => {
    const { from, to } = periodDays(operand as unknown as Period, moment);
    return column.name === 'date' ? [from, to] : [startOfDay(from, moment.timeZone), startOfDay(to, moment.timeZone)];
  },
  sql: (column, parameter) => sql<boolean>`(${column} >= (${parameter})[1] and ${column} < (${parameter})[2])`,
  test: (value, operand, compare) => {
    const [from, to] = listOf(operand);
    if (from === undefined || to === undefined) throw new TypeError('A resolved period is a pair [from, to).');
    return value !== null && compare(value, from) >= 0 && compare(value, to) < 0;
  },
});
