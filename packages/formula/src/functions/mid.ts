import { sql } from 'kysely';
import type { CallArguments } from '../evaluate/call-arguments.js';
import { charactersOf, longestText } from '../values/text.js';
import { count } from '../to-sql/fragments.js';
import { argument, number, text, type FunctionDefinition } from './function-definition.js';

export const mid: FunctionDefinition = {
  name: 'MID',
  signature: 'MID(text, start, count)',
  area: 'text',
  description: {
    en: 'The characters of a text from a position on; the first position is 1.',
    'zh-TW': '從某個位置開始的幾個字元；第一個位置是 1。',
    'zh-CN': '从某个位置开始的几个字符；第一个位置是 1。',
  },
  examples: [{ formula: 'MID("Guanxi", 3, 2)', result: 'an' }],
  parameters: [text('text'), number('start'), number('count')],
  result: 'text',
  evaluate: middleCharacters,
  compile: (call) => sql`substr(${argument(call, 0)}, ${count(argument(call, 1), 1, longestText)}, ${count(argument(call, 2), 0, longestText)})`,
};

function middleCharacters(call: CallArguments): string {
  const start = call.count(1, 1, longestText) - 1;
  return charactersOf(call.text(0)).slice(start, start + call.count(2, 0, longestText)).join('');
}
