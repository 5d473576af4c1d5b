import { sql } from 'kysely';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const upper: FunctionDefinition = {
  name: 'UPPER',
  signature: 'UPPER(text)',
  area: 'text',
  description: {
    en: 'The text in capital letters.',
    'zh-TW': '改成大寫字母的文字。',
    'zh-CN': '改成大写字母的文本。',
  },
  examples: [{ formula: 'UPPER("Straße é")', result: 'STRASSE É' }],
  parameters: [text('text')],
  result: 'text',
  evaluate: (call) => call.text(0).toUpperCase(),
  compile: (call) => sql`(upper(${argument(call, 0)} collate "und-x-icu") collate "default")`,
};
