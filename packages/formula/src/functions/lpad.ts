import { sql } from 'kysely';
import { longestPadding, padText } from './pad-text.js';
import { count } from '../to-sql/fragments.js';
import { argument, number, optional, text, type FunctionDefinition } from './function-definition.js';

export const lpad: FunctionDefinition = {
  name: 'LPAD',
  signature: 'LPAD(text, length, padding?)',
  area: 'text',
  description: {
    en: 'The text brought to a length (at most 10000) by padding on the left, or by leaving out its end.',
    'zh-TW': '在左邊補到指定長度（最多 10000）的文字，太長時去掉結尾。',
    'zh-CN': '在左边补到指定长度（最多 10000）的文本，太长时去掉结尾。',
  },
  examples: [{ formula: 'LPAD("42", 5, "0")', result: '00042' }],
  parameters: [text('text'), number('length'), optional(text('padding'))],
  result: 'text',
  evaluate: (call) => padText(call, 'left'),
  compile: (call) => sql`lpad(${argument(call, 0)}, ${count(argument(call, 1), 0, longestPadding)}, ${call.arguments[2] ?? sql`' '`})`,
};
