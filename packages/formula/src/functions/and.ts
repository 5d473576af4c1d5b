import { sql } from 'kysely';
import { boolean, type FunctionDefinition } from './function-definition.js';

export const and: FunctionDefinition = {
  name: 'AND',
  signature: 'AND(condition, …)',
  area: 'logic',
  description: {
    en: 'Whether every condition is true.',
    'zh-TW': '是否每個條件都成立。',
    'zh-CN': '是否每个条件都成立。',
  },
  examples: [{ formula: 'AND(TRUE, 1 < 2)', result: true }, { formula: 'AND(TRUE, 1 > 2)', result: false }],
  parameters: [{ ...boolean('condition'), repeats: 1 }],
  result: 'boolean',
  evaluate: (call) => call.types.every((_, index) => call.boolean(index)),
  compile: (call) => sql`(${sql.join(call.arguments, sql` and `)})`,
};
