import { sql } from 'kysely';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const substitute: FunctionDefinition = {
  name: 'SUBSTITUTE',
  signature: 'SUBSTITUTE(text, old, new)',
  area: 'text',
  description: {
    en: 'The text with every occurrence of one text replaced by another.',
    'zh-TW': '把某段文字全部換成另一段文字。',
    'zh-CN': '把某段文本全部换成另一段文本。',
  },
  examples: [{ formula: 'SUBSTITUTE("a-b-c", "-", "/")', result: 'a/b/c' }],
  parameters: [text('text'), text('old'), text('new')],
  result: 'text',
  evaluate: (call) => (call.text(1) === '' ? call.text(0) : call.text(0).split(call.text(1)).join(call.text(2))),
  compile: (call) => sql`replace(${argument(call, 0)}, ${argument(call, 1)}, ${argument(call, 2)})`,
};
