import { sql } from 'kysely';
import { Numeric } from '../values/decimals.js';
import { lengthOf } from '../values/text.js';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const len: FunctionDefinition = {
  name: 'LEN',
  signature: 'LEN(text)',
  area: 'text',
  description: {
    en: 'How many characters a text has.',
    'zh-TW': '文字有幾個字元。',
    'zh-CN': '文本有几个字符。',
  },
  examples: [{ formula: 'LEN("關係")', result: '2' }],
  parameters: [text('text')],
  result: 'number',
  evaluate: (call) => new Numeric(lengthOf(call.text(0))),
  compile: (call) => sql`length(${argument(call, 0)})::numeric`,
};
