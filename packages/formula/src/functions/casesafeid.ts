import { argument, text, type FunctionDefinition } from './function-definition.js';

export const casesafeid: FunctionDefinition = {
  name: 'CASESAFEID',
  signature: 'CASESAFEID(id)',
  area: 'text',
  description: {
    en: 'The id of a record as text; ids here never differ by capitals only.',
    'zh-TW': '記錄識別碼的文字；這裡的識別碼不會只差大小寫。',
    'zh-CN': '记录标识的文本；这里的标识不会只差大小写。',
  },
  examples: [
    { formula: 'CASESAFEID("0190a1b2-0000-7000-8000-000000000001")', result: '0190a1b2-0000-7000-8000-000000000001' },
  ],
  parameters: [text('id')],
  result: 'text',
  evaluate: (call) => call.text(0),
  compile: (call) => argument(call, 0),
};
