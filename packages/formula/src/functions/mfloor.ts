import { sql } from 'kysely';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const mfloor: FunctionDefinition = {
  name: 'MFLOOR',
  signature: 'MFLOOR(number)',
  area: 'number',
  description: {
    en: 'The largest whole number that is not above it.',
    'zh-TW': '不大於它的最大整數。',
    'zh-CN': '不大于它的最大整数。',
  },
  examples: [{ formula: 'MFLOOR(-2.7)', result: '-3' }],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => call.number(0)?.floor() ?? null,
  compile: (call) => sql`floor(${argument(call, 0)})`,
};
