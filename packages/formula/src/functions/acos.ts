import { sql } from 'kysely';
import { arcSineInSql } from '../to-sql/angles.js';
import { arcSineOf } from '../values/angles.js';
import { Numeric } from '../values/decimals.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const acos: FunctionDefinition = {
  name: 'ACOS',
  signature: 'ACOS(number)',
  area: 'number',
  description: {
    en: 'The angle in radians with this cosine, with 15 digits; blank outside -1 to 1.',
    'zh-TW': '餘弦為此數的弧度角，15 位小數；超出 -1 到 1 時為空白。',
    'zh-CN': '余弦为此数的弧度角，15 位小数；超出 -1 到 1 时为空白。',
  },
  examples: [
    { formula: 'ACOS(1)', result: '0' },
  ],
  parameters: [number('number')],
  result: 'number',
  unstorable: true,
  evaluate: (call) => complementOf(arcSineOf(call.number(0))),
  compile: (call) => sql`(${sql.lit(quarterTurn)}::numeric - ${arcSineInSql(call.bind, argument(call, 0))})`,
};

const quarterTurn = '1.570796326794897';

function complementOf(angle: Numeric | null): Numeric | null {
  return angle === null ? null : new Numeric(quarterTurn).minus(angle);
}
