import { type FunctionDefinition } from './function-definition.js';

export const isnew: FunctionDefinition = {
  name: 'ISNEW',
  signature: 'ISNEW()',
  area: 'record',
  description: {
    en: 'Whether the record is being created.',
    'zh-TW': '記錄是否正在建立。',
    'zh-CN': '记录是否正在创建。',
  },
  examples: [{ formula: 'ISNEW()' }],
  parameters: [],
  result: 'boolean',
  prior: 'asks',
  evaluate: (_, moment) => moment.isNew === true,
  compile: (call) => call.isNew,
};
