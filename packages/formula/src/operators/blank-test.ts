import { sql } from 'kysely';
import type { FormulaType } from '../formula.js';
import { isTextual, type RuntimeValue } from '../values/runtime-value.js';
import type { Sql } from '../to-sql/fragments.js';
import type { Overload } from './operator-definition.js';

const types: readonly FormulaType[] = ['text', 'number', 'date', 'time', 'datetime', 'multipicklist', 'location'];

/** What `x = NULL` and `x <> NULL` mean. */
export const blankTest: readonly Overload[] = types.flatMap((type): Overload[] => [
  {
    operator: 'is blank',
    operands: [type],
    result: 'boolean',
    evaluate: (call) => isBlank(call.any(0)),
    compile: ([operand]) => isBlankInSql(type, operand),
  },
  {
    operator: 'is not blank',
    operands: [type],
    result: 'boolean',
    evaluate: (call) => !isBlank(call.any(0)),
    compile: ([operand]) => (isTextual(type) ? sql`(${operand} <> '')` : type === 'multipicklist' ? sql`(${operand} <> '{}')` : sql`(${operand} is not null)`),
  },
]);

export function isBlank(value: RuntimeValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

export function isBlankInSql(type: FormulaType, expression: Sql): Sql {
  if (type === 'multipicklist') return sql`(${expression} = '{}')`;
  return isTextual(type) ? sql`(${expression} = '')` : sql`(${expression} is null)`;
}
