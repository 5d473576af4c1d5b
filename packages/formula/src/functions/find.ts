import { sql } from 'kysely';
import { Numeric } from '../values/decimals.js';
import { charactersOf, lengthOf, longestText } from '../values/text.js';
import { count } from '../to-sql/fragments.js';
import { argument, number, optional, text, type FunctionDefinition } from './function-definition.js';

export const find: FunctionDefinition = {
  name: 'FIND',
  signature: 'FIND(part, text, start?)',
  area: 'text',
  description: {
    en: 'The position of a text inside another one, searched from `start` on; 0 where it is not there.',
    'zh-TW': '一段文字在另一段文字中的位置，從 start 開始找；沒有時為 0。',
    'zh-CN': '一段文本在另一段文本中的位置，从 start 开始找；没有时为 0。',
  },
  examples: [{ formula: 'FIND("x", "Guanxi")', result: '5' }, { formula: 'FIND("a", "banana", 3)', result: '4' }],
  parameters: [text('part'), text('text'), optional(number('start'))],
  result: 'number',
  evaluate: (call) => new Numeric(positionOf(call.text(0), call.text(1), call.length > 2 ? call.count(2, 1, longestText) : 1)),
  compile: (call) =>
    call.bind(
      { part: argument(call, 0), whole: argument(call, 1), start: count(call.arguments[2] ?? sql`1`, 1, longestText) },
      ({ part, whole, start }) => sql`(case when ${part} = '' then 0 else coalesce(nullif(strpos(substr(${whole}, ${start}), ${part}), 0) + ${start} - 1, 0) end)::numeric`,
    ),
};

/** Positions are counted in characters; `indexOf` counts UTF-16 units. */
function positionOf(part: string, whole: string, start: number): number {
  if (part === '') return 0;
  const searched = charactersOf(whole).slice(start - 1).join('');
  const found = searched.indexOf(part);
  return found < 0 ? 0 : lengthOf(searched.slice(0, found)) + start;
}
