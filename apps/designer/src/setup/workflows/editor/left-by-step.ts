import type { FormulaType } from '@guanxi/formula';
import type { WorkflowInput, WorkflowStep } from '@guanxi/metadata';
import { leftByInputs } from '@guanxi/workflow/designer';

/** What a step leaves for formulas behind it, as far as its input says the type: the record it makes, what people fill in, what an event or an answer brings. */
export function leftByStep({ input }: WorkflowStep): Readonly<Record<string, FormulaType>> {
  const { as, statusAs, inputs, keep } = input;
  return {
    ...(isName(as) && { [as]: 'reference' as const }), ...(isName(statusAs) && { [statusAs]: 'number' as const }),
    ...leftByInputs(valuesOf(inputs)), ...leftByInputs(valuesOf(keep)),
  };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z]\w*$/.test(value);
}

function valuesOf(value: unknown): readonly WorkflowInput[] {
  return Array.isArray(value) ? (value as readonly WorkflowInput[]).filter((one) => typeof one === 'object' && isName(one.name)) : [];
}
