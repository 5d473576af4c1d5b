import { sql } from 'kysely';
import { Numeric } from '../values/decimals.js';
import { lengthOf } from '../values/text.js';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const len: FunctionDefinition = {
  name: 'LEN',
  signature: 'LEN(text)',
  description: 'How many characters a text has.',
  examples: [{ formula: 'LEN("關係")', result: '2' }],
  parameters: [text('text')],
  result: 'number',
  evaluate: (call) => new Numeric(lengthOf(call.text(0))),
  compile: (call) => sql`length(${argument(call, 0)})::numeric`,
};
