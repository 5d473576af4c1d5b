import { sql } from 'kysely';
import { fractionDigits, Numeric, wholeDigits } from '../values/decimals.js';
import { count } from '../to-sql/fragments.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const round: FunctionDefinition = {
  name: 'ROUND',
  signature: 'ROUND(number, digits)',
  area: 'number',
  description: {
    en: 'The number rounded to so many digits after the decimal point, halves away from zero; negative digits round to tens, hundreds and so on.',
    'zh-TW': '四捨五入到小數點後幾位；位數為負時，取到十位、百位等等。',
    'zh-CN': '四舍五入到小数点后几位；位数为负时，取到十位、百位等等。',
  },
  examples: [{ formula: 'ROUND(2.345, 2)', result: '2.35' }, { formula: 'ROUND(-1250, -2)', result: '-1300' }],
  parameters: [number('number'), number('digits')],
  result: 'number',
  evaluate: (call) => roundTo(call.number(0), call.count(1, -wholeDigits, fractionDigits)),
  compile: (call) => sql`round(${argument(call, 0)}, ${count(argument(call, 1), -wholeDigits, fractionDigits)})`,
};

function roundTo(number: Numeric | null, digits: number): Numeric | null {
  if (number === null) return null;
  const unit = new Numeric(10).pow(-digits);
  return number.dividedBy(unit).toDecimalPlaces(0).times(unit);
}
