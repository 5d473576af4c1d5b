import { sql } from 'kysely';
import { sineInSql } from '../to-sql/angles.js';
import { halfPi, sineOf } from '../values/angles.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const cos: FunctionDefinition = {
  name: 'COS',
  signature: 'COS(radians)',
  area: 'number',
  description: {
    en: 'The cosine of an angle in radians, with 15 digits.',
    'zh-TW': '弧度角的餘弦，15 位小數。',
    'zh-CN': '弧度角的余弦，15 位小数。',
  },
  examples: [
    { formula: 'COS(0)', result: '1' },
  ],
  parameters: [number('radians')],
  result: 'number',
  unstorable: true,
  evaluate: (call) => sineOf(call.number(0)?.plus(halfPi) ?? null),
  compile: (call) => sineInSql(call.bind, sql`(${argument(call, 0)} + ${sql.lit(halfPi)}::numeric)`),
};
