import { evaluateFormula, type FormulaEnvironment, type FormulaReader, type TypedFormula } from '@guanxi/formula';

/** A yes/no formula of a layout; undecided when it cannot be read for this person. */
export type LayoutRule = { readonly formula: TypedFormula } | { readonly undecided: true };

/** The answer of a rule; `otherwise` where there is none or it decides nothing. Blank is no. */
export function decide(rule: LayoutRule | undefined, otherwise: boolean, facts: { readonly read: FormulaReader; readonly environment: FormulaEnvironment }): boolean {
  if (rule === undefined || 'undecided' in rule) return otherwise;
  return evaluateFormula(rule.formula, facts.read, facts.environment) === true;
}
