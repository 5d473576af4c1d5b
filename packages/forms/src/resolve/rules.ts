import { checkFormula, evaluateFormula, type FormulaEnvironment, type FormulaReader, type FormulaScope, type TypedFormula } from '@guanxi/formula';

/** A yes/no formula of a form; undecided when it cannot be read for this person. */
export type FormRule = { readonly formula: TypedFormula } | { readonly undecided: true };

/** A formula that names what this person cannot read decides nothing for them; the server guards what is theirs to change. */
export function readRule(text: string, scope: FormulaScope): FormRule {
  const checked = checkFormula(text, scope, 'boolean', { allow: { prior: true } });
  return checked.ok ? { formula: checked.formula } : { undecided: true };
}

export interface RuleFacts {
  readonly read: FormulaReader;
  readonly environment: FormulaEnvironment;
}

/** The answer of a rule; `otherwise` where there is none or it decides nothing. Blank is no. */
export function decide(rule: FormRule | undefined, otherwise: boolean, facts: RuleFacts): boolean {
  if (rule === undefined || 'undecided' in rule) return otherwise;
  return evaluateFormula(rule.formula, facts.read, facts.environment) === true;
}

/** Whether all of the rules say yes; those that decide nothing are not asked. */
export function decideAll(rules: readonly FormRule[], facts: RuleFacts): boolean {
  return rules.every((rule) => decide(rule, true, facts));
}

/** Whether one of the rules says yes. */
export function decideAny(rules: readonly FormRule[], facts: RuleFacts): boolean {
  return rules.some((rule) => decide(rule, false, facts));
}
