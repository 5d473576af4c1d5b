import { sql } from 'kysely';
import { isLocation, isSamePlace, type Location } from '../values/location.js';
import { Numeric } from '../values/decimals.js';
import type { RuntimeValue } from '../values/runtime-value.js';
import { argument, type FunctionDefinition } from './function-definition.js';

export const ischanged: FunctionDefinition = {
  name: 'ISCHANGED',
  signature: 'ISCHANGED(field)',
  area: 'record',
  description: {
    en: 'Whether the field is another than before the change; never for a new record.',
    'zh-TW': '欄位是否與變更前不同；新記錄一律為否。',
    'zh-CN': '字段是否与变更前不同；新记录一律为否。',
  },
  examples: [{ formula: 'ISCHANGED(amount)' }],
  parameters: [{ name: 'field' }],
  result: 'boolean',
  seesBlanks: true,
  prior: 'beside',
  evaluate: (call) => !isSame(call.any(0), call.any(1)),
  compile: (call) => sql`(${argument(call, 0)} is distinct from ${argument(call, 1)})`,
};

function isSame(one: RuntimeValue, other: RuntimeValue): boolean {
  if (Numeric.isDecimal(one) && Numeric.isDecimal(other)) return one.equals(other);
  if (Array.isArray(one) && Array.isArray(other)) return JSON.stringify(one) === JSON.stringify(other);
  if (isLocation(one) && isLocation(other)) return isSamePlace(one as Location, other as Location);
  return one === other;
}
