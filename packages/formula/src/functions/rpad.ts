import { sql } from 'kysely';
import { longestPadding, padText } from './pad-text.js';
import { count } from '../to-sql/fragments.js';
import { argument, number, optional, text, type FunctionDefinition } from './function-definition.js';

export const rpad: FunctionDefinition = {
  name: 'RPAD',
  signature: 'RPAD(text, length, padding?)',
  area: 'text',
  description: {
    en: 'The text brought to a length (at most 10000) by padding on the right, or by leaving out its end.',
    'zh-TW': '在右邊補到指定長度（最多 10000）的文字，太長時去掉結尾。',
    'zh-CN': '在右边补到指定长度（最多 10000）的文本，太长时去掉结尾。',
  },
  examples: [{ formula: 'RPAD("ab", 4, ".")', result: 'ab..' }],
  parameters: [text('text'), number('length'), optional(text('padding'))],
  result: 'text',
  evaluate: (call) => padText(call, 'right'),
  compile: (call) => sql`rpad(${argument(call, 0)}, ${count(argument(call, 1), 0, longestPadding)}, ${call.arguments[2] ?? sql`' '`})`,
};
