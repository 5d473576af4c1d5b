import { sql } from 'kysely';
import { settleNumber } from '../to-sql/fragments.js';
import { logarithm } from '../values/decimals.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const ln: FunctionDefinition = {
  name: 'LN',
  signature: 'LN(number)',
  area: 'number',
  description: {
    en: 'The natural logarithm; blank for numbers that are not above 0.',
    'zh-TW': '自然對數；數字不大於 0 時為空白。',
    'zh-CN': '自然对数；数字不大于 0 时为空白。',
  },
  examples: [
    { formula: 'LN(2)', result: '0.693147180559945309' },
  ],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => logarithm(call.number(0), undefined),
  compile: (call) => call.bind({ x: argument(call, 0) }, ({ x }) => sql`(case when ${x} > 0 then ${settleNumber(sql`ln(round(${x}, 40))`)} end)`),
};
