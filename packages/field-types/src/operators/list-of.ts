import type { JsonValue } from '../json-schema.js';

/** The members of a list operand; anything else is a mistake of the caller, who checks operands first. */
export function listOf(operand: JsonValue): readonly JsonValue[] {
  if (!Array.isArray(operand)) throw new TypeError('A list operand must be an array.');
  return operand as readonly JsonValue[];
}
