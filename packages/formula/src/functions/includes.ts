import { sql } from 'kysely';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const includes: FunctionDefinition = {
  name: 'INCLUDES',
  signature: 'INCLUDES(picklist, text)',
  area: 'picklist',
  description: {
    en: 'Whether a picklist of several values has this one among them.',
    'zh-TW': '多選的選項清單是否含有這個值。',
    'zh-CN': '多选的选项列表是否含有这个值。',
  },
  examples: [
    { formula: 'INCLUDES(skills, "sales")', result: false },
  ],
  parameters: [{ name: 'picklist', types: ['multipicklist'] }, text('text')],
  result: 'boolean',
  evaluate: (call) => call.list(0).includes(call.text(1)),
  compile: (call) => sql`(${argument(call, 1)} = any(${argument(call, 0)}))`,
};
