import { sql } from 'kysely';
import { argument, type FunctionDefinition } from './function-definition.js';

export const ispickval: FunctionDefinition = {
  name: 'ISPICKVAL',
  signature: 'ISPICKVAL(picklist, text)',
  area: 'picklist',
  description: {
    en: 'Whether a picklist has this value; the empty text asks whether it has none.',
    'zh-TW': '選項清單是否為這個值；空文字問的是是否沒有值。',
    'zh-CN': '选项列表是否为这个值；空文本问的是是否没有值。',
  },
  examples: [{ formula: "ISPICKVAL('active', 'active')", result: true }],
  parameters: [
    { name: 'picklist', types: ['picklist', 'text'] },
    { name: 'text', types: ['text'] },
  ],
  result: 'boolean',
  evaluate: (call) => call.text(0) === call.text(1),
  compile: (call) => sql`(${argument(call, 0)} = ${argument(call, 1)})`,
};
