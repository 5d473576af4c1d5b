import { sineInSql } from '../to-sql/angles.js';
import { sineOf } from '../values/angles.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const sin: FunctionDefinition = {
  name: 'SIN',
  signature: 'SIN(radians)',
  area: 'number',
  description: {
    en: 'The sine of an angle in radians, with 15 digits.',
    'zh-TW': '弧度角的正弦，15 位小數。',
    'zh-CN': '弧度角的正弦，15 位小数。',
  },
  examples: [
    { formula: 'SIN(PI() / 2)', result: '1' },
  ],
  parameters: [number('radians')],
  result: 'number',
  unstorable: true,
  evaluate: (call) => sineOf(call.number(0)),
  compile: (call) => sineInSql(call.bind, argument(call, 0)),
};
