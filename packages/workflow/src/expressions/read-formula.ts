import { checkFormula, type FormulaType, type TypedFormula } from '@guanxi/formula';
import type { Model, ObjectModel, Problem, Result } from '@guanxi/metadata';
import { recordScope } from './record-scope.js';

/** A formula over a record of `object`, typed; the problems have no path yet. `type` is what it must answer, if that matters. */
export function readFormula(text: string, model: Model, object: ObjectModel, type?: FormulaType): Result<TypedFormula> {
  const checked = checkFormula(text, recordScope(model, object));
  if (!checked.ok) {
    return { ok: false, problems: checked.problems.map(({ code, message, hint }): Problem => ({ path: '', code, message, ...(hint && { hint }) })) };
  }
  if (type && checked.value.type !== type) {
    const message = `“${text}” answers a ${checked.value.type}, but a ${type} is needed here.`;
    return { ok: false, problems: [{ path: '', code: 'type', message }] };
  }
  return { ok: true, value: checked.value };
}
