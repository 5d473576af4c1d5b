import { sql } from 'kysely';
import { charactersOf } from '../values/text.js';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const reverse: FunctionDefinition = {
  name: 'REVERSE',
  signature: 'REVERSE(text)',
  area: 'text',
  description: {
    en: 'The text with its characters in the opposite order.',
    'zh-TW': '字元順序顛倒的文字。',
    'zh-CN': '字符顺序颠倒的文本。',
  },
  examples: [
    { formula: 'REVERSE("關係")', result: '係關' },
  ],
  parameters: [text('text')],
  result: 'text',
  evaluate: (call) => charactersOf(call.text(0)).reverse().join(''),
  compile: (call) => sql`reverse(${argument(call, 0)})`,
};
