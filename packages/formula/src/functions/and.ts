import { sql } from 'kysely';
import { boolean, type FunctionDefinition } from './function-definition.js';

export const and: FunctionDefinition = {
  name: 'AND',
  signature: 'AND(condition, …)',
  description: 'Whether every condition is true.',
  examples: [{ formula: 'AND(TRUE, 1 < 2)', result: true }, { formula: 'AND(TRUE, 1 > 2)', result: false }],
  parameters: [{ ...boolean('condition'), repeats: 1 }],
  result: 'boolean',
  evaluate: (call) => call.types.every((_, index) => call.boolean(index)),
  compile: (call) => sql`(${sql.join(call.arguments, sql` and `)})`,
};
