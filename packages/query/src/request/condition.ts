import type { OperatorName } from '@guanxi/field-types';
import type { TypedFormula } from '@guanxi/formula';
import type { Operand } from './operand.js';

/** Which records are meant. Field and relation names are the model's (`customer`, not `customerId`). */
export type Condition =
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition }
  | FieldCondition
  /** A true-or-false formula over the record, checked against what the person may read. What is unknown counts as false. */
  | { readonly formula: TypedFormula }
  | { readonly one: string; readonly where: Condition }
  | { readonly relation: string; readonly quantifier: Quantifier; readonly where: Condition };

export interface FieldCondition {
  readonly field: string;
  /** A piece of the value: the city of an address. */
  readonly part?: string;
  readonly operator: OperatorName;
  readonly operand: Operand;
}

export type Quantifier = 'some' | 'none' | 'every';

export const EVERYTHING: Condition = { and: [] };
