import { sql } from 'kysely';
import { count } from '../to-sql/fragments.js';
import { fractionDigits, Numeric, wholeDigits } from '../values/decimals.js';
import { argument, number, optional, type FunctionDefinition } from './function-definition.js';

export const trunc: FunctionDefinition = {
  name: 'TRUNC',
  signature: 'TRUNC(number, digits?)',
  area: 'number',
  description: {
    en: 'The number without what stands behind so many digits after the point (none, where digits is left out).',
    'zh-TW': '捨去小數點後第幾位以後的數字（未指定位數時取整數）。',
    'zh-CN': '舍去小数点后第几位以后的数字（未指定位数时取整数）。',
  },
  examples: [
    { formula: 'TRUNC(-2.789, 1)', result: '-2.7' },
    { formula: 'TRUNC(2.7)', result: '2' },
  ],
  parameters: [number('number'), optional(number('digits'))],
  result: 'number',
  evaluate: (call) => cutAt(call.number(0), call.length > 1 ? call.count(1, -wholeDigits, fractionDigits) : 0),
  compile: (call) => sql`trunc(${argument(call, 0)}, ${count(call.arguments[1] ?? sql`0`, -wholeDigits, fractionDigits)})`,
};

function cutAt(number: Numeric | null, digits: number): Numeric | null {
  if (number === null) return null;
  const unit = new Numeric(10).pow(-digits);
  return number.dividedBy(unit).truncated().times(unit);
}
