import { sql } from 'kysely';
import { Numeric } from '../values/decimals.js';
import { type FunctionDefinition } from './function-definition.js';

export const pi: FunctionDefinition = {
  name: 'PI',
  signature: 'PI()',
  area: 'number',
  description: {
    en: 'The number π, with 18 digits after the point.',
    'zh-TW': '圓周率 π，小數點後 18 位。',
    'zh-CN': '圆周率 π，小数点后 18 位。',
  },
  examples: [
    { formula: 'PI()', result: '3.141592653589793238' },
  ],
  parameters: [],
  result: 'number',
  evaluate: () => new Numeric(halfTurn),
  compile: () => sql`${sql.lit(halfTurn)}::numeric`,
};

const halfTurn = '3.141592653589793238';
