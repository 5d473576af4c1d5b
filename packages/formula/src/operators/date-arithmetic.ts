import { sql } from 'kysely';
import { settleDay } from '../values/calendar.js';
import { Numeric, settleNumber } from '../values/decimals.js';
import { addDays, daysBetween } from '../values/instants.js';
import { bind, dateFromDay, dayFromDate, settleNumber as settleNumberInSql, withoutBorders, type Sql } from '../to-sql/fragments.js';
import type { CallArguments } from '../evaluate/call-arguments.js';
import type { Overload } from './operator-definition.js';

/** A date moves by whole days (fractions are left out), an instant by days of 24 hours with their fractions. */
export const dateArithmetic: readonly Overload[] = [
  { operator: '+', operands: ['date', 'number'], result: 'date', evaluate: (call) => moveDate(call, 0, 1, 1), compile: ([date, days]) => moveDateInSql(date, sql`+ trunc(${days})`) },
  { operator: '+', operands: ['number', 'date'], result: 'date', evaluate: (call) => moveDate(call, 1, 0, 1), compile: ([days, date]) => moveDateInSql(date, sql`+ trunc(${days})`) },
  { operator: '-', operands: ['date', 'number'], result: 'date', evaluate: (call) => moveDate(call, 0, 1, -1), compile: ([date, days]) => moveDateInSql(date, sql`- trunc(${days})`) },
  {
    operator: '-',
    operands: ['date', 'date'],
    result: 'number',
    evaluate: (call) => {
      const [later, earlier] = [call.day(0), call.day(1)];
      return later === null || earlier === null ? null : new Numeric(later - earlier);
    },
    compile: ([later, earlier]) => sql`(${later} - ${earlier})::numeric`,
  },
  { operator: '+', operands: ['datetime', 'number'], result: 'datetime', evaluate: (call) => moveInstant(call, 0, 1, 1), compile: ([instant, days]) => moveInstantInSql(instant, days) },
  { operator: '+', operands: ['number', 'datetime'], result: 'datetime', evaluate: (call) => moveInstant(call, 1, 0, 1), compile: ([days, instant]) => moveInstantInSql(instant, days) },
  { operator: '-', operands: ['datetime', 'number'], result: 'datetime', evaluate: (call) => moveInstant(call, 0, 1, -1), compile: ([instant, days]) => moveInstantInSql(instant, sql`- ${days}`) },
  {
    operator: '-',
    operands: ['datetime', 'datetime'],
    result: 'number',
    evaluate: (call) => {
      const [later, earlier] = [call.instant(0), call.instant(1)];
      return later === null || earlier === null ? null : settleNumber(daysBetween(later, earlier));
    },
    compile: ([later, earlier]) => settleNumberInSql(sql`round(extract(epoch from ${later}) - extract(epoch from ${earlier}), 70) / 86400`),
  },
];

function moveDate(call: CallArguments, dateAt: number, daysAt: number, sign: 1 | -1): number | null {
  const [day, days] = [call.day(dateAt), call.number(daysAt)];
  return day === null || days === null ? null : settleDay(day + sign * days.truncated().toNumber());
}

function moveDateInSql(date: Sql, shift: Sql): Sql {
  return dateFromDay(sql`${dayFromDate(date)} ${shift}`);
}

function moveInstant(call: CallArguments, instantAt: number, daysAt: number, sign: 1 | -1): bigint | null {
  const [instant, days] = [call.instant(instantAt), call.number(daysAt)];
  return instant === null || days === null ? null : addDays(instant, days.times(sign));
}

/**
 * In microseconds since the year 1, then put together from whole days and the rest: one interval of all microseconds
 * would pass through a double and lose its last digits.
 */
function moveInstantInSql(instant: Sql, days: Sql): Sql {
  const sinceYearOne = sql`extract(epoch from ${instant}) * 1000000 + 62135596800000000 + round((${days}) * 86400000000)`;
  return bind(
    { moved: withoutBorders(sinceYearOne, sql`-1`, sql`315537897600000000`) },
    sql`(timestamp '0001-01-01' + make_interval(
      days => div(moved, 86400000000)::int, secs => (mod(moved, 86400000000) / 1000000)::float8)) at time zone 'UTC'`,
  );
}
