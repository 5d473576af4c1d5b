import { sql } from 'kysely';
import { Numeric } from '../values/decimals.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const ceiling: FunctionDefinition = {
  name: 'CEILING',
  signature: 'CEILING(number)',
  area: 'number',
  description: {
    en: 'The whole number next to it away from zero.',
    'zh-TW': '往遠離零的方向取整數。',
    'zh-CN': '往远离零的方向取整数。',
  },
  examples: [{ formula: 'CEILING(2.1)', result: '3' }, { formula: 'CEILING(-2.1)', result: '-3' }],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => call.number(0)?.toDecimalPlaces(0, Numeric.ROUND_UP) ?? null,
  compile: (call) => call.bind({ x: argument(call, 0) }, ({ x }) => sql`(sign(${x}) * ceil(abs(${x})))`),
};
