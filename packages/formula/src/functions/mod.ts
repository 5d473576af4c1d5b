import { sql } from 'kysely';
import { type Numeric } from '../values/decimals.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const mod: FunctionDefinition = {
  name: 'MOD',
  signature: 'MOD(number, divisor)',
  description: 'The rest of a division, with the sign of the number; blank for the divisor 0.',
  examples: [{ formula: 'MOD(7, 3)', result: '1' }, { formula: 'MOD(-7, 3)', result: '-1' }],
  parameters: [number('number'), number('divisor')],
  result: 'number',
  evaluate: (call) => restOf(call.number(0), call.number(1)),
  compile: (call) => sql`mod(${argument(call, 0)}, nullif(${argument(call, 1)}, 0))`,
};

function restOf(number: Numeric | null, divisor: Numeric | null): Numeric | null {
  return number === null || divisor === null || divisor.isZero() ? null : number.modulo(divisor);
}
