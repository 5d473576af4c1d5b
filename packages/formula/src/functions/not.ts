import { sql } from 'kysely';
import { argument, boolean, type FunctionDefinition } from './function-definition.js';

export const not: FunctionDefinition = {
  name: 'NOT',
  signature: 'NOT(condition)',
  description: 'The opposite of a condition.',
  examples: [{ formula: 'NOT(1 > 2)', result: true }],
  parameters: [boolean('condition')],
  result: 'boolean',
  evaluate: (call) => !call.boolean(0),
  compile: (call) => sql`(not ${argument(call, 0)})`,
};
