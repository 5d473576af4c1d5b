import { say, type Wording } from '@guanxi/field-types';
import { checkFormula, type FormulaOptions, type FormulaProblem, type FormulaType } from '@guanxi/formula';
import { formulaScope } from '../../model/formula-scope.js';
import type { ObjectModel } from '../../model/model.js';
import type { CheckContext, PlaceInDocument } from './check-context.js';

interface FormulaPlace {
  readonly object: ObjectModel;
  readonly expected: FormulaType | readonly FormulaType[];
  readonly place: PlaceInDocument;
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
  readonly place: PlaceInDocument;
  readonly problem: FormulaProblem;
}

export function reportFormula(text: string, { object, place, problem }: FormulaFaultPlace, context: CheckContext): void {
  const found = text.slice(problem.start, problem.end);
  if (problem.code === 'unknown-field' && context.unsure.has(`${object}.${found}`)) return;
  const tell = (locale: string) => {
    const said = problem.tell(locale);
    return found === '' ? said : { ...said, message: `${said.message} ${say({ ...position, words: { position: String(problem.start + 1) } }, locale)}` };
  };
  context.report(place, { code: `formula.${problem.code}`, ...tell('en'), tell });
}

const position: Wording = { en: '(At character {position} of the formula.)', 'zh-TW': '（公式的第 {position} 個字元。）', 'zh-CN': '（公式的第 {position} 个字符。）' };
