import { sql } from 'kysely';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const upper: FunctionDefinition = {
  name: 'UPPER',
  signature: 'UPPER(text)',
  description: 'The text in capital letters.',
  examples: [{ formula: 'UPPER("Straße é")', result: 'STRASSE É' }],
  parameters: [text('text')],
  result: 'text',
  evaluate: (call) => call.text(0).toUpperCase(),
  compile: (call) => sql`(upper(${argument(call, 0)} collate "und-x-icu") collate "default")`,
};
