import { sql } from 'kysely';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const floor: FunctionDefinition = {
  name: 'FLOOR',
  signature: 'FLOOR(number)',
  area: 'number',
  description: {
    en: 'The whole number next to it towards zero.',
    'zh-TW': '往零的方向取整數。',
    'zh-CN': '往零的方向取整数。',
  },
  examples: [{ formula: 'FLOOR(2.7)', result: '2' }, { formula: 'FLOOR(-2.7)', result: '-2' }],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => call.number(0)?.truncated() ?? null,
  compile: (call) => sql`trunc(${argument(call, 0)})`,
};
