import { sql } from 'kysely';
import { arcTangentInSql } from '../to-sql/angles.js';
import { arcTangentOf } from '../values/angles.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const atan: FunctionDefinition = {
  name: 'ATAN',
  signature: 'ATAN(number)',
  area: 'number',
  description: {
    en: 'The angle in radians with this tangent, with 15 digits.',
    'zh-TW': '正切為此數的弧度角，15 位小數。',
    'zh-CN': '正切为此数的弧度角，15 位小数。',
  },
  examples: [
    { formula: 'ATAN(1)', result: '0.785398163397448' },
  ],
  parameters: [number('number')],
  result: 'number',
  unstorable: true,
  evaluate: (call) => arcTangentOf(call.number(0)?.toNumber() ?? null, 1),
  compile: (call) => arcTangentInSql(call.bind, sql`${argument(call, 0)}::float8`, 1),
};
