import { sql } from 'kysely';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const lower: FunctionDefinition = {
  name: 'LOWER',
  signature: 'LOWER(text)',
  description: 'The text in small letters.',
  examples: [{ formula: 'LOWER("GUANXI")', result: 'guanxi' }],
  parameters: [text('text')],
  result: 'text',
  evaluate: (call) => call.text(0).toLowerCase(),
  compile: (call) => sql`(lower(${argument(call, 0)} collate "und-x-icu") collate "default")`,
};
