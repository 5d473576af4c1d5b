import { sql } from 'kysely';
import { chooseExtreme } from './choose-extreme.js';
import { fitAlike } from './fit-arguments.js';
import { type FunctionDefinition } from './function-definition.js';

export const max: FunctionDefinition = {
  name: 'MAX',
  signature: 'MAX(value, …)',
  description: 'The largest of several numbers, or of several dates; blank ones are left out.',
  examples: [{ formula: 'MAX(3, 1, 2)', result: '3' }],
  parameters: [{ name: 'value', types: ['number', 'date', 'datetime'], repeats: 1 }],
  result: fitAlike,
  evaluate: (call) => chooseExtreme(call, (order) => order > 0),
  compile: (call) => sql`greatest(${sql.join(call.arguments)})`,
};
