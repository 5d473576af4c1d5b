import { fitAlike } from './fit-arguments.js';
import { argument, type FunctionDefinition } from './function-definition.js';

export const priorvalue: FunctionDefinition = {
  name: 'PRIORVALUE',
  signature: 'PRIORVALUE(field)',
  area: 'record',
  description: {
    en: 'The field as it was before the change; of a new record, as it is.',
    'zh-TW': '欄位變更前的值；新記錄則是目前的值。',
    'zh-CN': '字段变更前的值；新记录则是目前的值。',
  },
  examples: [{ formula: 'PRIORVALUE(amount)' }],
  parameters: [{ name: 'field' }],
  result: fitAlike,
  prior: 'instead',
  evaluate: (call) => call.any(0),
  compile: (call) => argument(call, 0),
};
