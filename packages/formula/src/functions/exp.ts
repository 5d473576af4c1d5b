import { sql } from 'kysely';
import { settleNumber as settleNumberInSql } from '../to-sql/fragments.js';
import { exponential, Numeric } from '../values/decimals.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const exp: FunctionDefinition = {
  name: 'EXP',
  signature: 'EXP(number)',
  area: 'number',
  description: {
    en: 'The number e raised to a power.',
    'zh-TW': 'e 的次方。',
    'zh-CN': 'e 的次方。',
  },
  examples: [
    { formula: 'EXP(1)', result: '2.718281828459045235' },
  ],
  parameters: [number('number')],
  result: 'number',
  evaluate: (call) => exponentialOf(call.number(0)),
  compile: (call) => call.bind({ x: argument(call, 0) }, ({ x }) =>
    sql`(case when ${x} < -100 then 0 when ${x} > 100 then null else ${settleNumberInSql(sql`exp(round(${x}, 40))`)} end)`),
};

function exponentialOf(number: Numeric | null): Numeric | null {
  if (number === null || number.gt(100)) return null;
  return number.lt(-100) ? new Numeric(0) : exponential(number);
}
