import { sql } from 'kysely';
import { charactersOf, longestText } from '../values/text.js';
import { count } from '../to-sql/fragments.js';
import { argument, number, text, type FunctionDefinition } from './function-definition.js';

export const left: FunctionDefinition = {
  name: 'LEFT',
  signature: 'LEFT(text, count)',
  area: 'text',
  description: {
    en: 'The first characters of a text.',
    'zh-TW': '文字開頭的幾個字元。',
    'zh-CN': '文本开头的几个字符。',
  },
  examples: [{ formula: 'LEFT("Guanxi", 2)', result: 'Gu' }],
  parameters: [text('text'), number('count')],
  result: 'text',
  evaluate: (call) => charactersOf(call.text(0)).slice(0, call.count(1, 0, longestText)).join(''),
  compile: (call) => sql`left(${argument(call, 0)}, ${count(argument(call, 1), 0, longestText)})`,
};
