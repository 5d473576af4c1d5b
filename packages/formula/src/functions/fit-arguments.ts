import type { FormulaType } from '../formula.js';
import { isTextual } from '../values/runtime-value.js';
import type { ArgumentType, Fit, FitArguments, Misfit } from './function-definition.js';

/** All arguments and the answer are of one type. */
export const fitAlike: FitArguments = (types) => {
  const alike = agree(types.map((type, index) => ({ type, index })));
  return 'message' in alike ? alike : { arguments: types.map(() => alike.type), result: alike.type };
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
  return 'message' in fit;
}


function disagreement(first: FormulaType, second: FormulaType, index: number): Misfit {
  const message = `The values must be of one kind, but this one is ${describe(second)} and an earlier one is ${describe(first)}.`;
  const hint = isTextual(first) || isTextual(second) ? 'TEXT(…) makes a text of a number, date or instant.' : undefined;
  return { index, message, ...(hint === undefined ? {} : { hint }) };
}

const descriptions: Readonly<Record<ArgumentType, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
  datetime: 'a date with time',
  time: 'a time',
  picklist: 'a picklist',
  multipicklist: 'a picklist of several values',
  location: 'a location',
  reference: 'a reference',
  blank: 'blank',
};

export function describe(type: ArgumentType): string {
  return descriptions[type];
}
