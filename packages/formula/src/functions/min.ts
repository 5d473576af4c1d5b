import { sql } from 'kysely';
import { chooseExtreme } from './choose-extreme.js';
import { fitAlike } from './fit-arguments.js';
import { type FunctionDefinition } from './function-definition.js';

export const min: FunctionDefinition = {
  name: 'MIN',
  signature: 'MIN(value, …)',
  area: 'number',
  description: {
    en: 'The smallest of several numbers, of dates or times; blank ones are left out.',
    'zh-TW': '幾個數字、日期或時間中最小的；空白不算。',
    'zh-CN': '几个数字、日期或时间中最小的；空白不算。',
  },
  examples: [{ formula: 'MIN(3, 1, 2)', result: '1' }],
  parameters: [{ name: 'value', types: ['number', 'date', 'time', 'datetime'], repeats: 1 }],
  result: fitAlike,
  evaluate: (call) => chooseExtreme(call, (order) => order < 0),
  compile: (call) => sql`least(${sql.join(call.arguments)})`,
};
