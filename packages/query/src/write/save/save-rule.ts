import type { TypedFormula } from '@guanxi/formula';
import type { FieldModel } from '@guanxi/metadata';

/** What happens to records before they are saved, as one workflow says it: it is done by the statement that saves them. */
export interface SaveRule {
  /** Stable id of the workflow. */
  readonly id: string;
  readonly on: readonly ('create' | 'update')[];
  /** Of an update: only where one of these changes. Empty: at every update. */
  readonly fields: readonly FieldModel[];
  /** Over the record as it would be saved. */
  readonly when?: TypedFormula;
  readonly steps: readonly SaveStep[];
}

/** One step; its formulas read the record as the steps before have left it. */
export type SaveStep =
  /** All formulas of one step read the same state. */
  | { readonly kind: 'set'; readonly values: readonly { readonly field: FieldModel; readonly formula: TypedFormula }[] }
  /** A value for later formulas: `$Run.<name>`. */
  | { readonly kind: 'keep'; readonly name: string; readonly formula: TypedFormula }
  /** The record is not saved. The id tells the message. */
  | { readonly kind: 'refuse'; readonly id: string }
  /** Of these ways the first whose condition holds; one without a condition is always taken. */
  | { readonly kind: 'ways'; readonly ways: readonly { readonly when?: TypedFormula; readonly steps: readonly SaveStep[] }[] }
  /** The workflow ends for this record. */
  | { readonly kind: 'stop' };
