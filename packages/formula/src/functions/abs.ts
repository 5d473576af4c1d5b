import { sql } from 'kysely';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const abs: FunctionDefinition = {
  name: 'ABS',
  signature: 'ABS(number)',
  description: 'The number without its sign.',
  examples: [{ formula: 'ABS(-2.5)', result: '2.5' }],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => call.number(0)?.abs() ?? null,
  compile: (call) => sql`abs(${argument(call, 0)})`,
};
