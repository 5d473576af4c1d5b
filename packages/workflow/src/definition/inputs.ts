import type { FormulaType } from '@guanxi/formula';
import type { WorkflowInput } from '@guanxi/metadata';

/** What comes in with a call, by the names under which formulas find it. */
export function leftByInputs(inputs: readonly WorkflowInput[] = []): Readonly<Record<string, FormulaType>> {
  return Object.fromEntries(inputs.map(({ name, type }) => [name, type]));
}
