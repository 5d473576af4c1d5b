import { sql } from 'kysely';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const floor: FunctionDefinition = {
  name: 'FLOOR',
  signature: 'FLOOR(number)',
  description: 'The whole number next to it towards zero.',
  examples: [{ formula: 'FLOOR(2.7)', result: '2' }, { formula: 'FLOOR(-2.7)', result: '-2' }],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => call.number(0)?.truncated() ?? null,
  compile: (call) => sql`trunc(${argument(call, 0)})`,
};
