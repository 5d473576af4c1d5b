import type { RawBuilder } from 'kysely';
import type { JsonValue } from '../json-schema.js';

/** What an operator expects to its right: a value of the field's kind, a list of them, plain text, yes/no, or a period. */
export type OperandShape = 'value' | 'list' | 'text' | 'boolean' | 'period';

/** One filter word. Its SQL and its in-memory test must agree on every value, null included. */
export interface Operator {
  readonly name: string;
  readonly operand: OperandShape;
  /** Turns a checked operand into the parameter that the SQL binds (LIKE patterns are escaped here). */
  toParameter(operand: JsonValue): unknown;
  /**
   * `parameter` is already cast to the column's type (an array of it for lists, text for text).
   * For a period it is text such as 'last 30 days' resolved by the caller to a [from, to) pair: see `periodBounds`.
   */
  sql(column: RawBuilder<unknown>, parameter: RawBuilder<unknown>): RawBuilder<boolean>;
  /** `compare` orders two present values of the field's kind. */
  test(value: JsonValue, operand: JsonValue, compare: (left: JsonValue, right: JsonValue) => number): boolean;
}
