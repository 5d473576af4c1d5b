import { sql } from 'kysely';
import { argument, text, textual, type FunctionDefinition } from './function-definition.js';

export const begins: FunctionDefinition = {
  name: 'BEGINS',
  signature: 'BEGINS(text, part)',
  description: 'Whether a text begins with another one; capitals count.',
  examples: [{ formula: 'BEGINS("Guanxi", "Gu")', result: true }],
  parameters: [textual('text'), text('part')],
  result: 'boolean',
  evaluate: (call) => call.text(0).startsWith(call.text(1)),
  compile: (call) => sql`starts_with(${argument(call, 0)}, ${argument(call, 1)})`,
};
