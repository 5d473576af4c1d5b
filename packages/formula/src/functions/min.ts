import { sql } from 'kysely';
import { chooseExtreme } from './choose-extreme.js';
import { fitAlike } from './fit-arguments.js';
import { type FunctionDefinition } from './function-definition.js';

export const min: FunctionDefinition = {
  name: 'MIN',
  signature: 'MIN(value, …)',
  description: 'The smallest of several numbers, or of several dates; blank ones are left out.',
  examples: [{ formula: 'MIN(3, 1, 2)', result: '1' }],
  parameters: [{ name: 'value', types: ['number', 'date', 'datetime'], repeats: 1 }],
  result: fitAlike,
  evaluate: (call) => chooseExtreme(call, (order) => order < 0),
  compile: (call) => sql`least(${sql.join(call.arguments)})`,
};
