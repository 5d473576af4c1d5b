import { sql } from 'kysely';
import { instantFromMicroseconds } from '../to-sql/fragments.js';
import type { Numeric } from '../values/decimals.js';
import { settleInstant, type Instant } from '../values/instants.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const fromunixtime: FunctionDefinition = {
  name: 'FROMUNIXTIME',
  signature: 'FROMUNIXTIME(seconds)',
  area: 'date',
  description: {
    en: 'The instant so many seconds after the beginning of 1970 in UTC.',
    'zh-TW': '1970 年開始（UTC）後若干秒的日期時間。',
    'zh-CN': '1970 年开始（UTC）后若干秒的日期时间。',
  },
  examples: [
    { formula: 'FROMUNIXTIME(86400)', result: '1970-01-02T00:00:00.000Z' },
  ],
  parameters: [number('seconds')],
  result: 'datetime',
  evaluate: (call) => instantAt(call.number(0)),
  compile: (call) => instantFromMicroseconds(call.bind, sql`round(${argument(call, 0)} * 1000000)`),
};

function instantAt(seconds: Numeric | null): Instant | null {
  const microseconds = seconds?.times(1_000_000).toDecimalPlaces(0);
  return microseconds === undefined || microseconds.abs().gt('1e18') ? null : settleInstant(BigInt(microseconds.toFixed(0)));
}
