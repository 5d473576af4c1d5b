import { sql } from 'kysely';
import { settleDay } from '../values/calendar.js';
import { Numeric, settleNumber } from '../values/decimals.js';
import { addDays, daysBetween } from '../values/instants.js';
import { microsecondsPerTurn } from '../values/times.js';
import { dateFromDay, dayFromDate, instantFromMicroseconds, secondsOf, settleNumber as settleNumberInSql, type Bind, type Sql } from '../to-sql/fragments.js';
import type { CallArguments } from '../evaluate/call-arguments.js';
import type { RuntimeValue } from '../values/runtime-value.js';
import type { Overload } from './operator-definition.js';

/** A date moves by whole days (fractions are left out), an instant by days of 24 hours with their fractions, a time by milliseconds around the clock. */
export const dateArithmetic: readonly Overload[] = [
  ...movesOf('date', moveDate, moveDateInSql),
  ...movesOf('datetime', moveInstant, moveInstantInSql),
  ...movesOf('time', moveTime, moveTimeInSql),
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
    operands: ['time', 'time'],
    result: 'number',
    evaluate: (call) => {
      const [later, earlier] = [call.time(0), call.time(1)];
      return later === null || earlier === null ? null : new Numeric(later - earlier).dividedBy(1000);
    },
    compile: ([later, earlier]) => sql`((extract(epoch from ${later}) - extract(epoch from ${earlier})) * 1000)`,
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
      settleNumberInSql(sql`round(${secondsOf(later)} - ${secondsOf(earlier)}, 70) / 86400`),
  },
];

type Move = (call: CallArguments, momentAt: number, days: Numeric) => RuntimeValue;

/** moment + days, days + moment, moment - days. */
function movesOf(type: 'date' | 'time' | 'datetime', move: Move, compile: (moment: Sql, days: Sql, bind: Bind) => Sql): Overload[] {
  const moving = (momentAt: number, daysAt: number, sign: 1 | -1) => (call: CallArguments): RuntimeValue => {
    const days = call.number(daysAt);
    return days === null ? null : move(call, momentAt, days.times(sign));
  };
  return [
    { operator: '+', operands: [type, 'number'], result: type, evaluate: moving(0, 1, 1), compile: ([moment, days], bind) => compile(moment, days, bind) },
    { operator: '+', operands: ['number', type], result: type, evaluate: moving(1, 0, 1), compile: ([days, moment], bind) => compile(moment, days, bind) },
    { operator: '-', operands: [type, 'number'], result: type, evaluate: moving(0, 1, -1), compile: ([moment, days], bind) => compile(moment, sql`(- ${days})`, bind) },
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

function moveInstantInSql(instant: Sql, days: Sql, bind: Bind): Sql {
  return instantFromMicroseconds(bind, sql`${secondsOf(instant)} * 1000000 + round(${days} * 86400000000)`);
}

function moveTime(call: CallArguments, timeAt: number, milliseconds: Numeric): RuntimeValue {
  const time = call.time(timeAt);
  if (time === null) return null;
  const turned = milliseconds.times(1000).toDecimalPlaces(0).plus(time).modulo(microsecondsPerTurn);
  return (turned.toNumber() + microsecondsPerTurn) % microsecondsPerTurn;
}

function moveTimeInSql(time: Sql, milliseconds: Sql): Sql {
  const turned = sql`mod(mod(extract(epoch from ${time}) * 1000000 + round(${milliseconds} * 1000), 86400000000) + 86400000000, 86400000000)`;
  return sql`(time '00:00' + make_interval(secs => (${turned} / 1000000)::float8))`;
}
