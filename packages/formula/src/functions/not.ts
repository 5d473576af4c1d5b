import { sql } from 'kysely';
import { argument, boolean, type FunctionDefinition } from './function-definition.js';

export const not: FunctionDefinition = {
  name: 'NOT',
  signature: 'NOT(condition)',
  area: 'logic',
  description: {
    en: 'The opposite of a condition.',
    'zh-TW': '條件的相反。',
    'zh-CN': '条件的相反。',
  },
  examples: [{ formula: 'NOT(1 > 2)', result: true }],
  parameters: [boolean('condition')],
  result: 'boolean',
  evaluate: (call) => !call.boolean(0),
  compile: (call) => sql`(not ${argument(call, 0)})`,
};
