import { sql } from 'kysely';
import { count } from '../to-sql/fragments.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const chr: FunctionDefinition = {
  name: 'CHR',
  signature: 'CHR(number)',
  area: 'text',
  description: {
    en: 'The character with this Unicode number; the empty text where there is none.',
    'zh-TW': '這個 Unicode 編號的字元；沒有時為空文字。',
    'zh-CN': '这个 Unicode 编号的字符；没有时为空文本。',
  },
  examples: [
    { formula: 'CHR(65)', result: 'A' },
    { formula: 'CHR(0)', result: null },
  ],
  parameters: [number('number')],
  result: 'text',
  evaluate: (call) => characterOf(call.count(0, 0, beyond)),
  compile: (call) => call.bind(
    { point: count(argument(call, 0), 0, beyond) },
    ({ point }) => sql`(case when ${point} between 1 and 55295 or ${point} between 57344 and 1114111 then chr(${point}) else '' end)`,
  ),
};

const beyond = 0x11_0000;

/** Neither U+0000 nor half surrogates can be stored. */
function characterOf(point: number): string {
  return point === 0 || point === beyond || (point >= 0xd800 && point <= 0xdfff) ? '' : String.fromCodePoint(point);
}
