import { sql } from 'kysely';
import { boolean, type FunctionDefinition } from './function-definition.js';

export const or: FunctionDefinition = {
  name: 'OR',
  signature: 'OR(condition, …)',
  area: 'logic',
  description: {
    en: 'Whether at least one condition is true.',
    'zh-TW': '是否至少有一個條件成立。',
    'zh-CN': '是否至少有一个条件成立。',
  },
  examples: [{ formula: 'OR(FALSE, 1 < 2)', result: true }, { formula: 'OR(FALSE, 1 > 2)', result: false }],
  parameters: [{ ...boolean('condition'), repeats: 1 }],
  result: 'boolean',
  evaluate: (call) => call.types.some((_, index) => call.boolean(index)),
  compile: (call) => sql`(${sql.join(call.arguments, sql` or `)})`,
};
