import { sql } from 'kysely';
import type { CallArguments } from '../evaluate/call-arguments.js';
import { secondsOf } from '../to-sql/fragments.js';
import { midnightOf } from '../values/calendar.js';
import { millisecondsOf } from '../values/instants.js';
import { Numeric } from '../values/decimals.js';
import { argument, type FunctionDefinition } from './function-definition.js';

export const unixtimestamp: FunctionDefinition = {
  name: 'UNIXTIMESTAMP',
  signature: 'UNIXTIMESTAMP(value)',
  area: 'date',
  description: {
    en: 'The seconds from 1970 to an instant or to the beginning of a date in UTC, or from midnight to a time; fractions are left out.',
    'zh-TW': '從 1970 年到某個日期時間或某天開始（UTC），或從午夜到某個時間的秒數；不計小數。',
    'zh-CN': '从 1970 年到某个日期时间或某天开始（UTC），或从午夜到某个时间的秒数；不计小数。',
  },
  examples: [
    { formula: 'UNIXTIMESTAMP(DATE(1970, 1, 2))', result: '86400' },
    { formula: 'UNIXTIMESTAMP(TIMEVALUE("00:01:00"))', result: '60' },
  ],
  parameters: [{ name: 'value', types: ['datetime', 'date', 'time'] }],
  result: 'number',
  evaluate: countSeconds,
  compile: (call) => {
    const value = argument(call, 0);
    if (call.types[0] === 'time') return sql`floor(extract(epoch from ${value}))`;
    return call.types[0] === 'date' ? sql`((${value} - date '1970-01-01') * 86400::numeric)` : sql`floor(${secondsOf(value)})`;
  },
};

function countSeconds(call: CallArguments): Numeric | null {
  if (call.any(0) === null) return null;
  const milliseconds = call.types[0] === 'time' ? (call.time(0) ?? 0) / 1000 : call.types[0] === 'date' ? midnightOf(call.day(0) ?? 0) : millisecondsOf(call.instant(0) ?? 0n);
  return new Numeric(Math.floor(milliseconds / 1000));
}
