import { sql } from 'kysely';
import type { CallArguments } from '../evaluate/call-arguments.js';
import { charactersOf, longestText } from '../values/text.js';
import { count } from '../to-sql/fragments.js';
import { argument, number, text, type FunctionDefinition } from './function-definition.js';

export const right: FunctionDefinition = {
  name: 'RIGHT',
  signature: 'RIGHT(text, count)',
  area: 'text',
  description: {
    en: 'The last characters of a text.',
    'zh-TW': '文字結尾的幾個字元。',
    'zh-CN': '文本结尾的几个字符。',
  },
  examples: [{ formula: 'RIGHT("Guanxi", 2)', result: 'xi' }],
  parameters: [text('text'), number('count')],
  result: 'text',
  evaluate: lastCharacters,
  compile: (call) => sql`right(${argument(call, 0)}, ${count(argument(call, 1), 0, longestText)})`,
};

function lastCharacters(call: CallArguments): string {
  const characters = charactersOf(call.text(0));
  return characters.slice(Math.max(0, characters.length - call.count(1, 0, longestText))).join('');
}
