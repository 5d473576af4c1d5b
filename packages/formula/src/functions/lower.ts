import { sql } from 'kysely';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const lower: FunctionDefinition = {
  name: 'LOWER',
  signature: 'LOWER(text)',
  area: 'text',
  description: {
    en: 'The text in small letters.',
    'zh-TW': '改成小寫字母的文字。',
    'zh-CN': '改成小写字母的文本。',
  },
  examples: [{ formula: 'LOWER("GUANXI")', result: 'guanxi' }],
  parameters: [text('text')],
  result: 'text',
  evaluate: (call) => call.text(0).toLowerCase(),
  compile: (call) => sql`(lower(${argument(call, 0)} collate "und-x-icu") collate "default")`,
};
