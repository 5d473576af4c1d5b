import { checkFormula } from '@guanxi/formula';
import { formulaScope, resolvePath } from '../model/formula-scope.js';
import type { SoughtField } from './usage.js';

/** Whether a formula over records of an object reads the field, as its value or as a reference on the way to another one. */
export function formulaNamesField(text: string, objectName: string, { model, object, field }: SoughtField): boolean {
  const checked = checkFormula(text, formulaScope(model, objectName));
  if (!checked.ok) return false;
  return checked.formula.references.some((path) =>
    path.some((_, index) => {
      const step = resolvePath(model, objectName, path.slice(0, index + 1));
      return step?.object === object && step.field === field;
    }),
  );
}
