import { sql } from 'kysely';
import { argument, text, textual, type FunctionDefinition } from './function-definition.js';

export const begins: FunctionDefinition = {
  name: 'BEGINS',
  signature: 'BEGINS(text, part)',
  area: 'text',
  description: {
    en: 'Whether a text begins with another one; capitals count.',
    'zh-TW': '文字是否以另一段文字開頭；區分大小寫。',
    'zh-CN': '文本是否以另一段文本开头；区分大小写。',
  },
  examples: [{ formula: 'BEGINS("Guanxi", "Gu")', result: true }],
  parameters: [textual('text'), text('part')],
  result: 'boolean',
  evaluate: (call) => call.text(0).startsWith(call.text(1)),
  compile: (call) => sql`starts_with(${argument(call, 0)}, ${argument(call, 1)})`,
};
