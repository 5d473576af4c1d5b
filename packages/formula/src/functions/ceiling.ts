import { sql } from 'kysely';
import { Numeric } from '../values/decimals.js';
import { bind } from '../to-sql/fragments.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const ceiling: FunctionDefinition = {
  name: 'CEILING',
  signature: 'CEILING(number)',
  description: 'The whole number next to it away from zero.',
  examples: [{ formula: 'CEILING(2.1)', result: '3' }, { formula: 'CEILING(-2.1)', result: '-3' }],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => call.number(0)?.toDecimalPlaces(0, Numeric.ROUND_UP) ?? null,
  compile: (call) => bind({ x: argument(call, 0) }, sql`sign(x) * ceil(abs(x))`),
};
