import type { FormulaType } from '../formula.js';
import type { CallArguments } from '../evaluate/call-arguments.js';
import type { Operator } from '../parse/syntax-tree.js';
import type { Bind, Sql } from '../to-sql/fragments.js';
import type { RuntimeValue } from '../values/runtime-value.js';

/** One meaning of an operator: for operands of these types. */
export interface Overload {
  readonly operator: Operator | 'is blank' | 'is not blank';
  readonly operands: readonly FormulaType[];
  readonly result: FormulaType;
  /** True where the SQL of a boolean answers null for "no"; the compiler makes it false where the difference counts. */
  readonly nullable?: true;
  evaluate(call: CallArguments): RuntimeValue;
  compile(operands: readonly [Sql, Sql], bind: Bind): Sql;
}
