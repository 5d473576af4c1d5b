import { sql } from 'kysely';
import { settleNumber, type Numeric } from '../values/decimals.js';
import { settleNumber as settleNumberInSql } from '../to-sql/fragments.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const sqrt: FunctionDefinition = {
  name: 'SQRT',
  signature: 'SQRT(number)',
  area: 'number',
  description: {
    en: 'The square root; blank for a negative number.',
    'zh-TW': '平方根；負數時為空白。',
    'zh-CN': '平方根；负数时为空白。',
  },
  examples: [{ formula: 'SQRT(2.25)', result: '1.5' }, { formula: 'SQRT(-1)', result: null }],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => squareRoot(call.number(0)),
  compile: (call) => call.bind({ x: argument(call, 0) }, ({ x }) => sql`(case when ${x} >= 0 then ${settleNumberInSql(sql`sqrt(round(${x}, 40))`)} end)`),
};

function squareRoot(number: Numeric | null): Numeric | null {
  if (number === null || (number.isNegative() && !number.isZero())) return null;
  return settleNumber(number.sqrt());
}
