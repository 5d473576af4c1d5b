import { sql } from 'kysely';
import { argument, text, textual, type FunctionDefinition } from './function-definition.js';

export const contains: FunctionDefinition = {
  name: 'CONTAINS',
  signature: 'CONTAINS(text, part)',
  area: 'text',
  description: {
    en: 'Whether a text holds another one; capitals count.',
    'zh-TW': '文字是否含有另一段文字；區分大小寫。',
    'zh-CN': '文本是否含有另一段文本；区分大小写。',
  },
  examples: [{ formula: 'CONTAINS("Guanxi", "an")', result: true }],
  parameters: [textual('text'), text('part')],
  result: 'boolean',
  evaluate: (call) => call.text(0).includes(call.text(1)),
  compile: (call) => sql`(strpos(${argument(call, 0)}, ${argument(call, 1)}) > 0)`,
};
