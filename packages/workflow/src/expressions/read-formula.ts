import { checkFormula, type FormulaType, type TypedFormula } from '@guanxi/formula';
import type { Model, ObjectModel, Problem, Result } from '@guanxi/metadata';
import { recordScope } from './record-scope.js';

/** A formula over a record of `object`, typed; the problems have no path yet. `type` is what it must answer, if that matters. */
export function readFormula(text: string, model: Model, object: ObjectModel, type?: FormulaType): Result<TypedFormula> {
  const checked = checkFormula(text, recordScope(model, object), type);
  if (checked.ok) return { ok: true, value: checked.formula };
  return { ok: false, problems: checked.problems.map(({ code, message, hint }): Problem => ({ path: '', code, message, ...(hint && { hint }) })) };
}

/** The same for a formula that was checked when its document was saved. */
export function typedFormula(text: string, model: Model, object: ObjectModel, type?: FormulaType): TypedFormula {
  const read = readFormula(text, model, object, type);
  if (read.ok) return read.value;
  throw new RangeError(`“${text}” does not fit ${object.name}: ${read.problems.map(({ message }) => message).join(' ')}`);
}
