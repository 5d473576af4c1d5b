import type { CallArguments } from '../evaluate/call-arguments.js';
import { orderOf } from '../values/order.js';
import type { RuntimeValue } from '../values/runtime-value.js';

/** MIN and MAX: the argument that `wins` against all others, blank ones left out, or blank. */
export function chooseExtreme(call: CallArguments, wins: (order: number) => boolean): RuntimeValue {
  return call.types
    .map((_, index) => call.any(index))
    .reduce((best, value) => (best === null || (value !== null && wins(orderOf(value, best))) ? value : best), null);
}
