import { sql } from 'kysely';
import { argument, type FunctionDefinition } from './function-definition.js';

export const ispickval: FunctionDefinition = {
  name: 'ISPICKVAL',
  signature: 'ISPICKVAL(picklist, text)',
  description: 'Whether a picklist has this value; the empty text asks whether it has none.',
  examples: [{ formula: "ISPICKVAL('active', 'active')", result: true }],
  parameters: [
    { name: 'picklist', types: ['picklist', 'text'] },
    { name: 'text', types: ['text'] },
  ],
  result: 'boolean',
  evaluate: (call) => call.text(0) === call.text(1),
  compile: (call) => sql`(${argument(call, 0)} = ${argument(call, 1)})`,
};
