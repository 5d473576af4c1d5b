import { sql } from 'kysely';
import { chooseExtreme } from './choose-extreme.js';
import { fitAlike } from './fit-arguments.js';
import { type FunctionDefinition } from './function-definition.js';

export const max: FunctionDefinition = {
  name: 'MAX',
  signature: 'MAX(value, …)',
  area: 'number',
  description: {
    en: 'The largest of several numbers, of dates or times; blank ones are left out.',
    'zh-TW': '幾個數字、日期或時間中最大的；空白不算。',
    'zh-CN': '几个数字、日期或时间中最大的；空白不算。',
  },
  examples: [{ formula: 'MAX(3, 1, 2)', result: '3' }],
  parameters: [{ name: 'value', types: ['number', 'date', 'time', 'datetime'], repeats: 1 }],
  result: fitAlike,
  evaluate: (call) => chooseExtreme(call, (order) => order > 0),
  compile: (call) => sql`greatest(${sql.join(call.arguments)})`,
};
