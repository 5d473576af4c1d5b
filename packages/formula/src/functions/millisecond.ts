import { sql } from 'kysely';
import { Numeric } from '../values/decimals.js';
import type { TimeOfDay } from '../values/times.js';
import { argument, time, type FunctionDefinition } from './function-definition.js';

export const millisecond: FunctionDefinition = {
  name: 'MILLISECOND',
  signature: 'MILLISECOND(time)',
  area: 'date',
  description: {
    en: 'The thousandths of a second of a time, from 0 to 999.',
    'zh-TW': '時間的毫秒，0 到 999。',
    'zh-CN': '时间的毫秒，0 到 999。',
  },
  examples: [
    { formula: 'MILLISECOND(TIMEVALUE("08:30:15.250"))', result: '250' },
  ],
  parameters: [time('time')],
  result: 'number',
  evaluate: (call) => partOf(call.time(0)),
  compile: (call) => sql`mod(floor(extract(milliseconds from ${argument(call, 0)})), 1000)::numeric`,
};

function partOf(time: TimeOfDay | null): Numeric | null {
  return time === null ? null : new Numeric(Math.floor(time / 1000) % 1000);
}
