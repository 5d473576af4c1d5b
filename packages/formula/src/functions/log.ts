import { sql } from 'kysely';
import { settleNumber } from '../to-sql/fragments.js';
import { logarithm } from '../values/decimals.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const log: FunctionDefinition = {
  name: 'LOG',
  signature: 'LOG(number)',
  area: 'number',
  description: {
    en: 'The logarithm to the base of 10; blank for numbers that are not above 0.',
    'zh-TW': '以 10 為底的對數；數字不大於 0 時為空白。',
    'zh-CN': '以 10 为底的对数；数字不大于 0 时为空白。',
  },
  examples: [
    { formula: 'LOG(1000)', result: '3' },
  ],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => logarithm(call.number(0), 10),
  compile: (call) => call.bind({ x: argument(call, 0) }, ({ x }) => sql`(case when ${x} > 0 then ${settleNumber(sql`log(round(${x}, 40))`)} end)`),
};
