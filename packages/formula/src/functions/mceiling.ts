import { sql } from 'kysely';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const mceiling: FunctionDefinition = {
  name: 'MCEILING',
  signature: 'MCEILING(number)',
  description: 'The smallest whole number that is not below it.',
  examples: [{ formula: 'MCEILING(-2.1)', result: '-2' }],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => call.number(0)?.ceil() ?? null,
  compile: (call) => sql`ceil(${argument(call, 0)})`,
};
