import { sql } from 'kysely';
import { longestPadding, padText } from './pad-text.js';
import { count } from '../to-sql/fragments.js';
import { argument, number, optional, text, type FunctionDefinition } from './function-definition.js';

export const lpad: FunctionDefinition = {
  name: 'LPAD',
  signature: 'LPAD(text, length, padding?)',
  description: 'The text brought to a length (at most 10000) by padding on the left, or by leaving out its end.',
  examples: [{ formula: 'LPAD("42", 5, "0")', result: '00042' }],
  parameters: [text('text'), number('length'), optional(text('padding'))],
  result: 'text',
  evaluate: (call) => padText(call, 'left'),
  compile: (call) => sql`lpad(${argument(call, 0)}, ${count(argument(call, 1), 0, longestPadding)}, ${call.arguments[2] ?? sql`' '`})`,
};
