import { checkFormula, type FormulaType, type TypedFormula } from '@guanxi/formula';
import type { Model, ObjectModel, Problem, Result } from '@guanxi/metadata';
import type { Variables } from '../program/program.js';
import { recordScope } from './record-scope.js';

/** Where a formula stands: over a record of `object`, in a step that comes after those that leave `variables`. */
export interface FormulaPlace {
  readonly model: Model;
  readonly object: ObjectModel;
  readonly variables?: Variables;
  /** The object of the workflow's own record, where the formula is over other records: `$Record` in it. */
  readonly around?: ObjectModel;
  /** Before a save there are a state before the change, and a person. */
  readonly saving?: boolean;
}

/** A formula, typed; the problems have no path yet. `type` is what it must answer, if that matters. */
export function readFormula(text: string, { model, object, variables, around, saving = false }: FormulaPlace, type?: FormulaType): Result<TypedFormula> {
  const checked = checkFormula(text, recordScope(model, object, { variables, around, saving }), type, { allow: { prior: saving } });
  if (checked.ok) return { ok: true, value: checked.formula };
  return { ok: false, problems: checked.problems.map(({ code, message, hint }): Problem => ({ path: '', code, message, ...(hint && { hint }) })) };
}

/** The same for a formula that was checked when its document was saved. */
export function typedFormula(text: string, place: FormulaPlace, type?: FormulaType): TypedFormula {
  const read = readFormula(text, place, type);
  if (read.ok) return read.value;
  throw new RangeError(`“${text}” does not fit ${place.object.name}: ${read.problems.map(({ message }) => message).join(' ')}`);
}
