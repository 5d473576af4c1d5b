import { isblank } from './isblank.js';
import type { FunctionDefinition } from './function-definition.js';

export const isnull: FunctionDefinition = {
  ...isblank,
  name: 'ISNULL',
  signature: 'ISNULL(value)',
  description: {
    en: 'The same as ISBLANK: whether there is no value.',
    'zh-TW': '與 ISBLANK 相同：是否沒有值。',
    'zh-CN': '与 ISBLANK 相同：是否没有值。',
  },
  examples: [{ formula: 'ISNULL("")', result: true }],
};
