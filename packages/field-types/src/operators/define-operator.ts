import type { JsonSchema, JsonValue } from '../json-schema.js';
import type { Operator, OperandShape } from './operator.js';
import { peopleWords } from './people-words.js';

type OperatorParts = Pick<Operator, 'name' | 'operand' | 'sql' | 'test'> & Partial<Operator>;

/** Fills in what most operators have alike: an operand that is bound as it came. */
export function defineOperator(parts: OperatorParts): Operator {
  return Object.freeze({
    operandSchema: operandSchemas[parts.operand],
    resolveOperand: (operand: JsonValue) => operand,
    toParameter: (operand: JsonValue) => operand,
    ...parts,
  });
}

const amount: JsonSchema = { type: 'integer', minimum: 1, maximum: 10_000 };
const span: JsonSchema = {
  type: 'object',
  properties: { days: amount, weeks: amount, months: amount, quarters: amount, years: amount },
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
};

const unit: JsonSchema = { enum: ['day', 'week', 'month', 'quarter', 'year'] };

const operandSchemas: Record<OperandShape, (value: JsonSchema) => JsonSchema> = {
  value: (value) => value,
  list: (value) => ({ type: 'array', items: value, maxItems: 10_000 }),
  members: ({ items }) => ({ type: 'array', ...(items === undefined ? {} : { items }), maxItems: 10_000 }),
  text: () => ({ type: 'string', minLength: 1, maxLength: 1000, pattern: '^[^\\u0000]*$' }),
  boolean: () => ({ type: 'boolean' }),
  people: () => ({ enum: [...peopleWords] }),
  recordList: () => ({ type: 'string', format: 'uuid' }),
  period: () => ({
    type: 'object',
    properties: { last: span, next: span, this: unit, previous: unit, following: unit },
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
  }),
};
