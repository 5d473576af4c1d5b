import { sql } from 'kysely';
import { sineInSql } from '../to-sql/angles.js';
import { settleNumber as settleNumberInSql } from '../to-sql/fragments.js';
import { halfPi, sineOf } from '../values/angles.js';
import { settleNumber, type Numeric } from '../values/decimals.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const tan: FunctionDefinition = {
  name: 'TAN',
  signature: 'TAN(radians)',
  area: 'number',
  description: {
    en: 'The tangent of an angle in radians: sine by cosine; blank where the cosine is 0.',
    'zh-TW': '弧度角的正切：正弦除以餘弦；餘弦為 0 時為空白。',
    'zh-CN': '弧度角的正切：正弦除以余弦；余弦为 0 时为空白。',
  },
  examples: [
    { formula: 'TAN(0)', result: '0' },
    { formula: 'TAN(PI() / 2)', result: null },
  ],
  parameters: [number('radians')],
  result: 'number',
  unstorable: true,
  evaluate: (call) => tangentOf(call.number(0)),
  compile: (call) => call.bind({ x: argument(call, 0) }, ({ x }) => {
    const cosine = sineInSql(call.bind, sql`(${x} + ${sql.lit(halfPi)}::numeric)`);
    return settleNumberInSql(sql`round(${sineInSql(call.bind, x)}, 70) / nullif(${cosine}, 0)`);
  }),
};

function tangentOf(angle: Numeric | null): Numeric | null {
  const [sine, cosine] = [sineOf(angle), sineOf(angle?.plus(halfPi) ?? null)];
  return sine === null || cosine === null || cosine.isZero() ? null : settleNumber(sine.dividedBy(cosine));
}
