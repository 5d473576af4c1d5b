import { sql } from 'kysely';
import { Numeric } from '../values/decimals.js';
import type { TimeOfDay } from '../values/times.js';
import { argument, time, type FunctionDefinition } from './function-definition.js';

export const hour: FunctionDefinition = {
  name: 'HOUR',
  signature: 'HOUR(time)',
  area: 'date',
  description: {
    en: 'The hour of a time, from 0 to 23.',
    'zh-TW': '時間的時，0 到 23。',
    'zh-CN': '时间的时，0 到 23。',
  },
  examples: [
    { formula: 'HOUR(TIMEVALUE("08:30:15.250"))', result: '8' },
  ],
  parameters: [time('time')],
  result: 'number',
  evaluate: (call) => partOf(call.time(0)),
  compile: (call) => sql`extract(hour from ${argument(call, 0)})::numeric`,
};

function partOf(time: TimeOfDay | null): Numeric | null {
  return time === null ? null : new Numeric(Math.floor(time / 3_600_000_000));
}
