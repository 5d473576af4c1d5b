import { sql } from 'kysely';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const abs: FunctionDefinition = {
  name: 'ABS',
  signature: 'ABS(number)',
  area: 'number',
  description: {
    en: 'The number without its sign.',
    'zh-TW': '去掉正負號的數字。',
    'zh-CN': '去掉正负号的数字。',
  },
  examples: [{ formula: 'ABS(-2.5)', result: '2.5' }],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => call.number(0)?.abs() ?? null,
  compile: (call) => sql`abs(${argument(call, 0)})`,
};
