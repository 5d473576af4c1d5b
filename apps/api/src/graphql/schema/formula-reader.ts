import { checkFormula } from '@guanxi/formula';
import type { Model } from '@guanxi/metadata';
import { readableScope, type Access } from '@guanxi/query';
import { limits } from '../bounds/limits.js';
import { tooCostly } from '../bounds/too-costly.js';
import { RecordsFailure } from '../failure.js';
import type { ReadFormula } from './meaning.js';

/** Checks formulas that a person filters records of an object by. What they may not read is refused as what does not exist. */
export function formulaReader(model: Model, access: Access, object: string): ReadFormula {
  return (text) => {
    if (text.length > limits.formulaLength) throw tooCostly(`The formula of a filter has ${text.length} characters; at most ${limits.formulaLength} are read.`, text.length, limits.formulaLength);
    const checked = checkFormula(text, readableScope(model, access, object), 'boolean');
    if (checked.ok) return checked.formula;
    const problems = checked.problems.map(({ code, message, hint, start, end }) => ({ code, message, ...(hint !== undefined && { hint }), start, end }));
    throw new RecordsFailure('BAD_USER_INPUT', `A formula in "where" cannot be asked. ${problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')).join(' ')}`, { problems });
  };
}
