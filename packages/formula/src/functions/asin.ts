import { arcSineInSql } from '../to-sql/angles.js';
import { arcSineOf } from '../values/angles.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const asin: FunctionDefinition = {
  name: 'ASIN',
  signature: 'ASIN(number)',
  area: 'number',
  description: {
    en: 'The angle in radians with this sine, with 15 digits; blank outside -1 to 1.',
    'zh-TW': '正弦為此數的弧度角，15 位小數；超出 -1 到 1 時為空白。',
    'zh-CN': '正弦为此数的弧度角，15 位小数；超出 -1 到 1 时为空白。',
  },
  examples: [
    { formula: 'ASIN(1)', result: '1.570796326794897' },
  ],
  parameters: [number('number')],
  result: 'number',
  unstorable: true,
  evaluate: (call) => arcSineOf(call.number(0)),
  compile: (call) => arcSineInSql(call.bind, argument(call, 0)),
};
