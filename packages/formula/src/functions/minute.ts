import { sql } from 'kysely';
import { Numeric } from '../values/decimals.js';
import type { TimeOfDay } from '../values/times.js';
import { argument, time, type FunctionDefinition } from './function-definition.js';

export const minute: FunctionDefinition = {
  name: 'MINUTE',
  signature: 'MINUTE(time)',
  area: 'date',
  description: {
    en: 'The minute of a time, from 0 to 59.',
    'zh-TW': '時間的分，0 到 59。',
    'zh-CN': '时间的分，0 到 59。',
  },
  examples: [
    { formula: 'MINUTE(TIMEVALUE("08:30:15.250"))', result: '30' },
  ],
  parameters: [time('time')],
  result: 'number',
  evaluate: (call) => partOf(call.time(0)),
  compile: (call) => sql`extract(minute from ${argument(call, 0)})::numeric`,
};

function partOf(time: TimeOfDay | null): Numeric | null {
  return time === null ? null : new Numeric(Math.floor(time / 60_000_000) % 60);
}
