import { sql } from 'kysely';
import { trimmedCharacters, trimText } from '../values/text.js';
import { textParameter } from '../to-sql/fragments.js';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const trim: FunctionDefinition = {
  name: 'TRIM',
  signature: 'TRIM(text)',
  description: 'The text without spaces, tabs and line ends at its beginning and end.',
  examples: [{ formula: 'TRIM("  Guanxi ")', result: 'Guanxi' }],
  parameters: [text('text')],
  result: 'text',
  evaluate: (call) => trimText(call.text(0)),
  compile: (call) => sql`btrim(${argument(call, 0)}, ${textParameter(trimmedCharacters)})`,
};
