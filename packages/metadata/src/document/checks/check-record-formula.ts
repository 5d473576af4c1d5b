import { checkFormula, type FormulaOptions, type FormulaProblem, type FormulaType } from '@guanxi/formula';
import { formulaScope } from '../../model/formula-scope.js';
import type { ObjectModel } from '../../model/model.js';
import { optionalHint, type CheckContext } from './check-context.js';

interface FormulaPlace {
  readonly object: ObjectModel;
  readonly expected: FormulaType | readonly FormulaType[];
  readonly place: readonly (string | number)[];
  readonly options?: FormulaOptions;
}

/** A formula over a record of an object that must yield a value of the expected type. */
export function checkRecordFormula(text: string, { object, expected, place, options = {} }: FormulaPlace, context: CheckContext): void {
  const checked = checkFormula(text, formulaScope(context.model, object.name), expected, options);
  if (checked.ok) return;
  for (const problem of checked.problems) reportFormula(text, { object: object.name, place, problem }, context);
}

/** What is wrong in the formulas of the object document itself was found when the model was built. */
export function reportFaults(context: CheckContext): void {
  for (const { text, ...fault } of context.faults) reportFormula(text, fault, context);
}

interface FormulaFaultPlace {
  readonly object: string;
  readonly place: readonly (string | number)[];
  readonly problem: FormulaProblem;
}

function reportFormula(text: string, { object, place, problem }: FormulaFaultPlace, context: CheckContext): void {
  const found = text.slice(problem.start, problem.end);
  if (problem.code === 'unknown-field' && context.unsure.has(`${object}.${found}`)) return;
  context.report(place, {
    code: `formula.${problem.code}`,
    message: found === '' ? problem.message : `${problem.message} (At character ${problem.start + 1} of the formula.)`,
    ...optionalHint(problem.hint),
  });
}
