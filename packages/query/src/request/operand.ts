import type { JsonValue } from '@guanxi/field-types';
import { readPath, Slot, type SlotPath, type StatementInput } from '../statement/slot.js';

/** A value that stands in the request itself, one that each run brings along, or a list of such. */
export type Operand =
  | { readonly constant: JsonValue }
  | { readonly path: SlotPath }
  | { readonly list: readonly Operand[] };

/** Makes a parameter out of an operand's value; throws `InputError` for a value that cannot be one. */
export type ConvertOperand = (value: JsonValue, input: StatementInput) => unknown;

/** What the compiler puts among the parameters for an operand. */
export function toParameter(operand: Operand, convert: ConvertOperand): Slot {
  return new Slot((input) => convert(readOperand(operand, input), input));
}

export function readOperand(operand: Operand, input: StatementInput): JsonValue {
  if ('constant' in operand) return operand.constant;
  if ('list' in operand) return operand.list.map((item) => readOperand(item, input));
  return readPath(input, operand.path) as JsonValue;
}

export function constant(value: JsonValue): Operand {
  return { constant: value };
}
