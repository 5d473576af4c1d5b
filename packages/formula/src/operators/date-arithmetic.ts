import { sql } from 'kysely';
import { settleDay } from '../values/calendar.js';
import { Numeric, settleNumber } from '../values/decimals.js';
import { addDays, daysBetween } from '../values/instants.js';
import { bind, dateFromDay, dayFromDate, settleNumber as settleNumberInSql, withoutBorders, type Sql } from '../to-sql/fragments.js';
import type { CallArguments } from '../evaluate/call-arguments.js';
import type { RuntimeValue } from '../values/runtime-value.js';
import type { Overload } from './operator-definition.js';

/** A date moves by whole days (fractions are left out), an instant by days of 24 hours with their fractions. */
export const dateArithmetic: readonly Overload[] = [
  ...movesOf('date', moveDate, moveDateInSql),
  ...movesOf('datetime', moveInstant, moveInstantInSql),
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
  {
    operator: '-',
    operands: ['datetime', 'datetime'],
    result: 'number',
    evaluate: (call) => {
      const [later, earlier] = [call.instant(0), call.instant(1)];
      return later === null || earlier === null ? null : settleNumber(daysBetween(later, earlier));
    },
    compile: ([later, earlier]) =>
      settleNumberInSql(sql`round(extract(epoch from ${later}) - extract(epoch from ${earlier}), 70) / 86400`),
  },
];

type Move = (call: CallArguments, momentAt: number, days: Numeric) => RuntimeValue;

/** moment + days, days + moment, moment - days. */
function movesOf(type: 'date' | 'datetime', move: Move, compile: (moment: Sql, days: Sql) => Sql): Overload[] {
  const moving = (momentAt: number, daysAt: number, sign: 1 | -1) => (call: CallArguments): RuntimeValue => {
    const days = call.number(daysAt);
    return days === null ? null : move(call, momentAt, days.times(sign));
  };
  return [
    { operator: '+', operands: [type, 'number'], result: type, evaluate: moving(0, 1, 1), compile: ([moment, days]) => compile(moment, days) },
    { operator: '+', operands: ['number', type], result: type, evaluate: moving(1, 0, 1), compile: ([days, moment]) => compile(moment, days) },
    { operator: '-', operands: [type, 'number'], result: type, evaluate: moving(0, 1, -1), compile: ([moment, days]) => compile(moment, sql`(- ${days})`) },
  ];
}

function moveDate(call: CallArguments, dateAt: number, days: Numeric): RuntimeValue {
  const day = call.day(dateAt);
  return day === null ? null : settleDay(day + days.truncated().toNumber());
}

function moveDateInSql(date: Sql, days: Sql): Sql {
  return dateFromDay(sql`${dayFromDate(date)} + trunc(${days})`);
}

function moveInstant(call: CallArguments, instantAt: number, days: Numeric): RuntimeValue {
  const instant = call.instant(instantAt);
  return instant === null ? null : addDays(instant, days);
}

/**
 * In microseconds since the year 1, then put together from whole days and the rest: one interval of all microseconds
 * would pass through a double and lose its last digits.
 */
function moveInstantInSql(instant: Sql, days: Sql): Sql {
  const sinceYearOne = sql`extract(epoch from ${instant}) * 1000000 + 62135596800000000 + round(${days} * 86400000000)`;
  return bind(
    { moved: withoutBorders(sinceYearOne, sql`-1`, sql`315537897600000000`) },
    sql`(timestamp '0001-01-01' + make_interval(
      days => div(moved, 86400000000)::int, secs => (mod(moved, 86400000000) / 1000000)::float8)) at time zone 'UTC'`,
  );
}
