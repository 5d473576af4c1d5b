import { sql } from 'kysely';
import { Numeric } from '../values/decimals.js';
import type { TimeOfDay } from '../values/times.js';
import { argument, time, type FunctionDefinition } from './function-definition.js';

export const second: FunctionDefinition = {
  name: 'SECOND',
  signature: 'SECOND(time)',
  area: 'date',
  description: {
    en: 'The second of a time, from 0 to 59.',
    'zh-TW': '時間的秒，0 到 59。',
    'zh-CN': '时间的秒，0 到 59。',
  },
  examples: [
    { formula: 'SECOND(TIMEVALUE("08:30:15.250"))', result: '15' },
  ],
  parameters: [time('time')],
  result: 'number',
  evaluate: (call) => partOf(call.time(0)),
  compile: (call) => sql`floor(extract(second from ${argument(call, 0)}))::numeric`,
};

function partOf(time: TimeOfDay | null): Numeric | null {
  return time === null ? null : new Numeric(Math.floor(time / 1_000_000) % 60);
}
