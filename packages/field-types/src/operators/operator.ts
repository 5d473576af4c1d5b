import type { RawBuilder } from 'kysely';
import type { ColumnType } from '../field-type.js';
import type { JsonSchema, JsonValue } from '../json-schema.js';

/**
 * What an operator expects to its right: a value of the field's kind, a list of them, members of a kind whose values are
 * lists, plain text, yes/no, a period, a word for the people around the person who asks, or a list of records that people keep.
 */
export type OperandShape = 'value' | 'list' | 'members' | 'text' | 'boolean' | 'period' | 'people' | 'recordList';

/** What "today" means for the person who asks: an ISO instant and an IANA time zone. */
export interface Moment {
  readonly now: string;
  readonly timeZone: string;
}

/**
 * One filter word. Its SQL and its in-memory test must agree on every value, null included; null never matches, except
 * for `isBlank`, `ne` and `notIn` (a blank status is not "closed").
 *
 * The way of an operand: checked against `operandSchema` → values and lists through the kind's `normalize` →
 * `resolveOperand` → `toParameter` → bound with the SQL type that `operandTypeSql` gives → `sql`; or, in memory,
 * `resolveOperand` → `test`.
 */
export interface Operator {
  readonly name: string;
  readonly operand: OperandShape;
  /** JSON Schema of the operand as the API takes it; `value` describes one value of the field. Null is never an operand. */
  operandSchema(value: JsonSchema): JsonSchema;
  /** Settles what only the moment of asking knows: a period becomes its [from, to) pair. Everything else comes back as it is. */
  resolveOperand(operand: JsonValue, moment: Moment, column: ColumnType): JsonValue;
  /** Turns a resolved operand into the parameter that the SQL binds (LIKE patterns are escaped here). */
  toParameter(operand: JsonValue): unknown;
  /** `parameter` is already cast with `operandTypeSql`; it may be used more than once. */
  sql(column: RawBuilder<unknown>, parameter: RawBuilder<unknown>): RawBuilder<boolean>;
  /** Takes a resolved operand; `compare` orders two present values of the field's kind. */
  test(value: JsonValue, operand: JsonValue, compare: (left: JsonValue, right: JsonValue) => number): boolean;
}
