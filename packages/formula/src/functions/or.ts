import { sql } from 'kysely';
import { boolean, type FunctionDefinition } from './function-definition.js';

export const or: FunctionDefinition = {
  name: 'OR',
  signature: 'OR(condition, …)',
  description: 'Whether at least one condition is true.',
  examples: [{ formula: 'OR(FALSE, 1 < 2)', result: true }, { formula: 'OR(FALSE, 1 > 2)', result: false }],
  parameters: [{ ...boolean('condition'), repeats: 1 }],
  result: 'boolean',
  evaluate: (call) => call.types.some((_, index) => call.boolean(index)),
  compile: (call) => sql`(${sql.join(call.arguments, sql` or `)})`,
};
