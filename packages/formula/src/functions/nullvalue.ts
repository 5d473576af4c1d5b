import { blankvalue } from './blankvalue.js';
import type { FunctionDefinition } from './function-definition.js';

export const nullvalue: FunctionDefinition = {
  ...blankvalue,
  name: 'NULLVALUE',
  signature: 'NULLVALUE(value, substitute)',
  area: 'logic',
  description: {
    en: 'The same as BLANKVALUE: the value, or the substitute where the value is blank.',
    'zh-TW': '與 BLANKVALUE 相同：這個值；空白時改用替代值。',
    'zh-CN': '与 BLANKVALUE 相同：这个值；空白时改用替代值。',
  },
  examples: [{ formula: 'NULLVALUE(NULL, 7)', result: '7' }],
};
