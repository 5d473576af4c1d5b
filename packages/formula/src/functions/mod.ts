import { sql } from 'kysely';
import { type Numeric } from '../values/decimals.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const mod: FunctionDefinition = {
  name: 'MOD',
  signature: 'MOD(number, divisor)',
  area: 'number',
  description: {
    en: 'The rest of a division, with the sign of the number; blank for the divisor 0.',
    'zh-TW': '除法的餘數，正負號與被除數相同；除數為 0 時為空白。',
    'zh-CN': '除法的余数，正负号与被除数相同；除数为 0 时为空白。',
  },
  examples: [{ formula: 'MOD(7, 3)', result: '1' }, { formula: 'MOD(-7, 3)', result: '-1' }],
  parameters: [number('number'), number('divisor')],
  result: 'number',
  evaluate: (call) => restOf(call.number(0), call.number(1)),
  compile: (call) => sql`mod(${argument(call, 0)}, nullif(${argument(call, 1)}, 0))`,
};

function restOf(number: Numeric | null, divisor: Numeric | null): Numeric | null {
  return number === null || divisor === null || divisor.isZero() ? null : number.modulo(divisor);
}
