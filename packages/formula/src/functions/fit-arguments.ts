import { differentKinds, textMakesText, typeNames } from '../check/sentences.js';
import type { FormulaType } from '../formula.js';
import { isTextual } from '../values/runtime-value.js';
import type { ArgumentType, Fit, FitArguments, Misfit } from './function-definition.js';

/** All arguments and the answer are of one type. */
export const fitAlike: FitArguments = (types) => {
  const alike = agree(types.map((type, index) => ({ type, index })));
  return 'sentence' in alike ? alike : { arguments: types.map(() => alike.type), result: alike.type };
};

export interface Candidate {
  readonly type: ArgumentType;
  readonly index: number;
}

/** The one type that all candidates can have: blank fits any, picklists and references beside text become text. */
export function agree(candidates: readonly Candidate[]): { readonly type: FormulaType } | Misfit {
  let agreed: FormulaType | undefined;
  for (const { type, index } of candidates) {
    if (type === 'blank' || type === agreed) continue;
    if (agreed === undefined) agreed = type;
    else if (isTextual(agreed) && isTextual(type)) agreed = 'text';
    else return disagreement(agreed, type, index);
  }
  return { type: agreed ?? 'text' };
}

export function isMisfit(fit: Fit | Misfit | { readonly type: FormulaType }): fit is Misfit {
  return 'sentence' in fit;
}

function disagreement(first: FormulaType, second: FormulaType, index: number): Misfit {
  const hint = isTextual(first) || isTextual(second) ? textMakesText : undefined;
  return { index, sentence: differentKinds(typeNames[second], typeNames[first]), hint };
}
