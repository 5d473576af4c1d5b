import type { FormulaType } from '../formula.js';
import { arithmetic } from './arithmetic.js';
import { blankTest } from './blank-test.js';
import { comparison } from './comparison.js';
import { concatenation } from './concatenation.js';
import { dateArithmetic } from './date-arithmetic.js';
import { logic } from './logic.js';
import type { Overload } from './operator-definition.js';

const overloads: ReadonlyMap<string, Overload> = new Map(
  [...arithmetic, ...dateArithmetic, ...concatenation, ...comparison, ...blankTest, ...logic].map((overload) => [
    keyOf(overload.operator, overload.operands),
    overload,
  ]),
);

/** The meaning of an operator for these operands, where it has one. Picklists and references count as text. */
export function findOverload(operator: Overload['operator'], operands: readonly FormulaType[]): { key: string; overload: Overload } | undefined {
  const key = keyOf(operator, operands);
  const overload = overloads.get(key);
  return overload === undefined ? undefined : { key, overload };
}

/** Every meaning of every operator. */
export const overloadKeys: readonly string[] = [...overloads.keys()];

export function overloadOf(key: string): Overload {
  const overload = overloads.get(key);
  if (overload === undefined) throw new Error(`The operation "${key}" does not exist.`);
  return overload;
}

function keyOf(operator: string, operands: readonly FormulaType[]): string {
  const asText = (type: FormulaType): FormulaType => (type === 'picklist' || type === 'reference' ? 'text' : type);
  return [operator, ...operands.map(asText)].join(' ');
}
