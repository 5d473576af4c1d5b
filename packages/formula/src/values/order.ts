import { Numeric } from './decimals.js';
import type { RuntimeValue } from './runtime-value.js';

/** Negative, zero or positive for two numbers, two dates, two times or two instants. */
export function orderOf(left: RuntimeValue, right: RuntimeValue): number {
  if (Numeric.isDecimal(left) && Numeric.isDecimal(right)) return left.comparedTo(right);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'bigint' && typeof right === 'bigint') return left < right ? -1 : left > right ? 1 : 0;
  throw new TypeError(`${String(left)} and ${String(right)} have no order.`);
}
