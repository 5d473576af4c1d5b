import { sql } from 'kysely';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const mceiling: FunctionDefinition = {
  name: 'MCEILING',
  signature: 'MCEILING(number)',
  area: 'number',
  description: {
    en: 'The smallest whole number that is not below it.',
    'zh-TW': '不小於它的最小整數。',
    'zh-CN': '不小于它的最小整数。',
  },
  examples: [{ formula: 'MCEILING(-2.1)', result: '-2' }],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => call.number(0)?.ceil() ?? null,
  compile: (call) => sql`ceil(${argument(call, 0)})`,
};
