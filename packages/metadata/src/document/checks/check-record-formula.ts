import { checkFormula, type FormulaType } from '@guanxi/formula';
import { formulaScope } from '../../model/formula-scope.js';
import type { ObjectModel } from '../../model/model.js';
import { optionalHint, type CheckContext } from './check-context.js';

interface FormulaPlace {
  readonly object: ObjectModel;
  readonly expected: FormulaType;
  readonly place: readonly (string | number)[];
}

/** A formula over a record of an object that must yield a value of the expected type. */
export function checkRecordFormula(text: string, { object, expected, place }: FormulaPlace, context: CheckContext): void {
  const checked = checkFormula(text, formulaScope(context.model, object.name), expected);
  if (checked.ok) return;
  for (const problem of checked.problems) {
    if (problem.code === 'unknown-field' && context.unsure.has(`${object.name}.${text.slice(problem.start, problem.end)}`)) continue;
    const found = text.slice(problem.start, problem.end);
    context.report(place, {
      code: `formula.${problem.code}`,
      message: found === '' ? problem.message : `${problem.message} (At character ${problem.start + 1} of the formula.)`,
      ...optionalHint(problem.hint),
    });
  }
}
