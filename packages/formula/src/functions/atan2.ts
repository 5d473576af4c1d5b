import { sql } from 'kysely';
import { arcTangentInSql } from '../to-sql/angles.js';
import { arcTangentOf } from '../values/angles.js';
import { Numeric } from '../values/decimals.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const atan2: FunctionDefinition = {
  name: 'ATAN2',
  signature: 'ATAN2(y, x)',
  area: 'number',
  description: {
    en: 'The angle in radians of the point x, y, from -π to π with 15 digits; blank for 0, 0.',
    'zh-TW': '點 (x, y) 的弧度角，從 -π 到 π，15 位小數；(0, 0) 為空白。',
    'zh-CN': '点 (x, y) 的弧度角，从 -π 到 π，15 位小数；(0, 0) 为空白。',
  },
  examples: [
    { formula: 'ATAN2(1, 0)', result: '1.570796326794897' },
  ],
  parameters: [number('y'), number('x')],
  result: 'number',
  unstorable: true,
  evaluate: (call) => angleOf(call.number(0), call.number(1)),
  compile: (call) => call.bind({ y: sql`${argument(call, 0)}::float8`, x: sql`${argument(call, 1)}::float8` }, ({ y, x }) =>
    call.bind({ y, x, r: sql`sqrt(${x} * ${x} + ${y} * ${y})` }, (point) => sql`(case
      when ${point.x} > 0 then ${arcTangentInSql(call.bind, sql`${point.y} / (${point.r} + ${point.x})`, 2)}
      when ${point.y} <> 0 then ${arcTangentInSql(call.bind, sql`(${point.r} - ${point.x}) / ${point.y}`, 2)}
      when ${point.y} = 0 and ${point.x} < 0 then ${sql.lit(straight)}::numeric end)`)),
};

const straight = '3.141592653589793';

function angleOf(up: Numeric | null, along: Numeric | null): Numeric | null {
  if (up === null || along === null) return null;
  const [y, x] = [up.toNumber(), along.toNumber()];
  const r = Math.sqrt(x * x + y * y);
  if (x > 0) return arcTangentOf(y / (r + x), 2);
  if (y !== 0) return arcTangentOf((r - x) / y, 2);
  return x < 0 ? new Numeric(straight) : null;
}
