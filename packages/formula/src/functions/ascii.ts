import { sql } from 'kysely';
import { Numeric } from '../values/decimals.js';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const ascii: FunctionDefinition = {
  name: 'ASCII',
  signature: 'ASCII(text)',
  area: 'text',
  description: {
    en: 'The number of the first character of a text, as Unicode counts; blank for a text without any.',
    'zh-TW': '文字第一個字元的 Unicode 編號；沒有字元時為空白。',
    'zh-CN': '文本第一个字符的 Unicode 编号；没有字符时为空白。',
  },
  examples: [
    { formula: 'ASCII("A")', result: '65' },
    { formula: 'ASCII("關係")', result: '38364' },
  ],
  parameters: [text('text')],
  result: 'number',
  evaluate: (call) => pointOf(call.text(0)),
  compile: (call) => sql`nullif(ascii(${argument(call, 0)}), 0)::numeric`,
};

function pointOf(text: string): Numeric | null {
  const point = text.codePointAt(0);
  return point === undefined ? null : new Numeric(point);
}
