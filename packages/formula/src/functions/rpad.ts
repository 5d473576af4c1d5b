import { sql } from 'kysely';
import { longestPadding, padText } from './pad-text.js';
import { count } from '../to-sql/fragments.js';
import { argument, number, optional, text, type FunctionDefinition } from './function-definition.js';

export const rpad: FunctionDefinition = {
  name: 'RPAD',
  signature: 'RPAD(text, length, padding?)',
  description: 'The text brought to a length (at most 10000) by padding on the right, or by leaving out its end.',
  examples: [{ formula: 'RPAD("ab", 4, ".")', result: 'ab..' }],
  parameters: [text('text'), number('length'), optional(text('padding'))],
  result: 'text',
  evaluate: (call) => padText(call, 'right'),
  compile: (call) => sql`rpad(${argument(call, 0)}, ${count(argument(call, 1), 0, longestPadding)}, ${call.arguments[2] ?? sql`' '`})`,
};
