import { type FunctionDefinition } from './function-definition.js';

export const now: FunctionDefinition = {
  name: 'NOW',
  signature: 'NOW()',
  area: 'date',
  description: {
    en: 'This moment, as date with time.',
    'zh-TW': '現在的日期時間。',
    'zh-CN': '现在的日期时间。',
  },
  examples: [{ formula: 'NOW() - 1/24' }],
  parameters: [],
  readsMoment: true,
  result: 'datetime',
  evaluate: (_, moment) => moment.now,
  compile: (call) => call.now,
};
